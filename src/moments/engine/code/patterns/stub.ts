import { PROGRAM } from '../code-language.ts';
import type { CodePattern, Found } from '../code-pattern.ts';

const MARK =
  /\b(TODO|FIXME|XXX|HACK)\b[:(]?\s*(.*)|\b((?:in a real (?:app|application|implementation|world|system|project)|for now,? (?:we |just |simply |return|use|hard)|placeholder (?:implementation|for|until)|not (?:yet )?implemented|simplified (?:implementation|version)|mock(?:ed)? (?:implementation|data) for now|stub(?:bed)? (?:implementation|out|for now)|to be implemented|would (?:normally|actually) )\b.*)/i;
const UNFINISHED =
  /throw new (?:\w*NotImplemented\w*|UnsupportedOperationException)\b|raise NotImplementedError\b|\b(?:todo|unimplemented)!\s*\(|throw new Error\(\s*["'`](?:not (?:yet )?implemented|todo|unimplemented|implement me)|panic\(\s*"(?:not (?:yet )?implemented|todo|unimplemented|implement me)/i;

/** A place that says itself that the work is not done. `way`: mark (a comment), throw (it fails when reached). */
export const stub: CodePattern = {
  id: 'stub',
  languages: PROGRAM,
  sides: 'both',
  prefilter:
    /TODO|FIXME|XXX|HACK|[iI]n a real|[fF]or now|[pP]laceholder|[nN]ot (?:yet )?[iI]mplemented|NotImplemented|[sS]implified|unimplemented|todo!|[iI]mplement me|UnsupportedOperation|[sS]tub|to be implemented|[wW]ould (?:normally|actually)|mock/,
  *find(code): Iterable<Found> {
    const comments = code.comments();
    const masked = code.code();
    for (const index of code.changed) {
      const raw = code.lines[index] ?? '';
      const thrown = UNFINISHED.exec(raw);
      if (thrown && (masked[index] ?? '').slice(thrown.index, thrown.index + 5).trim() !== '') {
        yield { start: index, end: index, text: raw.trim(), captures: { way: 'throw', said: '' } };
        continue;
      }
      const mark = MARK.exec(comments[index] ?? '');
      if (!mark) continue;
      const said = (mark[2] ?? mark[3] ?? '').trim();
      const owned = /#\d+|\b[A-Z]{2,}-\d+\b|https?:/.test(said) || /^\(\w/.test((comments[index] ?? '').slice(mark.index + 4));
      yield { start: index, end: index, text: raw.trim(), captures: { way: mark[1] ? 'mark' : 'said', said, owned: owned ? 'yes' : '' } };
    }
  },
};
