/** What the text of a proposed step is: a path, the arguments of a call, a question to the person. */
export const IS_PATH = /^\/?(?:[\w.@-]+\/)+[\w.-]+$/;

export const isCall = (text: string): boolean => /^\s*[{[]/.test(text);

export const isAsking = (text: string): boolean =>
  /\?\s*$|^(?:please (?:provide|tell|choose|confirm)|which|where|what|should|do you|would you|how)\b/i.test(text.trim());
