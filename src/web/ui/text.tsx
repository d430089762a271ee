import { memo } from 'react';
import { parseInlines, parseRichText, type Inline } from '../text/parse-rich-text.ts';
import { toVisibleText } from '../text/to-visible-text.ts';

/** Text from a transcript: a text node with everything unseen spelled out. */
export function Plain({ children }: { children: string }) {
  return <>{toVisibleText(children)}</>;
}

interface InlinesProps {
  readonly inlines: readonly Inline[];
  /** How names of code look. */
  readonly code?: string;
}

/** Inline code and bold as elements; everything else is the text it is. */
export function Inlines({ inlines, code = 'rounded-sm bg-sunk px-1 py-px font-mono text-[0.92em] [overflow-wrap:anywhere]' }: InlinesProps) {
  return inlines.map(({ style, text }, index) => {
    if (style === 'code')
      return (
        <code key={index} className={code}>
          {text}
        </code>
      );
    if (style === 'strong')
      return (
        <strong key={index} className="font-semibold">
          {text}
        </strong>
      );
    return <span key={index}>{text}</span>;
  });
}

/** A line of a transcript, such as a session's title, with its names of code set as code. */
export function InlineText({ children }: { children: string }) {
  return <Inlines inlines={parseInlines(toVisibleText(children))} />;
}

/** One line in the human voice: a question or a statement, with its names of code set as code. */
export function Line({ children }: { children: string }) {
  return (
    <Inlines inlines={parseInlines(toVisibleText(children))} code="font-mono text-[0.8em] font-normal [overflow-wrap:anywhere] [font-variant-ligatures:none]" />
  );
}

/** The safe subset of Markdown as elements. Links and HTML stay text. */
export const RichText = memo(function RichText({ text }: { text: string }) {
  return (
    <div className="grid max-w-[75ch] gap-2.5 whitespace-pre-wrap [overflow-wrap:anywhere]">
      {parseRichText(toVisibleText(text)).map((block, index) => {
        switch (block.type) {
          case 'fence':
            return (
              <pre key={index} className="code rounded-lg bg-sunk px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
                {block.text}
              </pre>
            );
          case 'list': {
            const List = block.ordered ? 'ol' : 'ul';
            return (
              <List
                key={index}
                {...(block.ordered ? { start: block.start } : {})}
                className={`grid gap-1 pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'} marker:text-ink-3`}
              >
                {block.items.map((item, position) => (
                  <li key={position}>
                    <Inlines inlines={item} />
                  </li>
                ))}
              </List>
            );
          }
          default:
            return (
              <p key={index} className={block.type === 'heading' ? 'font-semibold' : ''}>
                <Inlines inlines={block.inlines} />
              </p>
            );
        }
      })}
    </div>
  );
});
