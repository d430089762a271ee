/** Whether a judgement that is still written would survive the page. */
export function DraftStatus({ isKept }: { isKept: boolean }) {
  return isKept ? (
    <p className="meta">What you write stays in this browser until you seal it.</p>
  ) : (
    <p role="alert" className="text-bad">
      This browser keeps nothing: seal before you close the page.
    </p>
  );
}
