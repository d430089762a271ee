/**
 * A body that ends where its source breaks off, if whoever reads it has gone, or reads events: then a break is no error, and
 * the reader comes again. Anything else that breaks off must not look complete.
 */
export function endQuietly(body: ReadableStream<Uint8Array>, isExpected: () => boolean): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (isExpected()) controller.close();
        else controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
