/** A string that has been checked to be of one noun's id space; made only by that noun's own file. */
export type Branded<Noun extends string> = string & { readonly __noun: Noun };
