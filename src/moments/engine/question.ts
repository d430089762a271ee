import { cutQuote } from './place-candidate.ts';
import type { DecisionScene } from './decision-scene.ts';

/**
 * The question a judge is asked. It is made of the decision's shape and of what was visible then, and never of the rule: so it
 * cannot tell whether the decision was sound.
 */
export function composeQuestion(scene: DecisionScene): string {
  return `${toSetting(scene)}${toDecision(scene)} ${toAsking(scene)}`;
}

function toSetting({ task, shape }: DecisionScene): string {
  const words = task ? cutQuote(task.own || task.text, 90) : '';
  if (words === '' || shape === 'request') return '';
  return `You asked “${words}”. `;
}

function toDecision(scene: DecisionScene): string {
  const { shape, edits, run, said, plan } = scene;
  const after = toSoFar(scene);
  switch (shape) {
    case 'edit':
    case 'test-edit':
      return `${after} the agent ${toChange(edits)}.`;
    case 'command':
      return run ? `${after} the agent runs \`${cutQuote(run.command, 120)}\`.` : `${after} the agent writes “${cutQuote(said, 140)}”`;
    case 'claim':
      return `${after} the agent says “${cutQuote(said, 160)}”`;
    case 'belief':
      return `${after} the agent takes this to be so: “${cutQuote(said, 160)}”`;
    case 'plan':
      return `${after} the agent proposes ${toProposal(plan?.text ?? said)}.`;
    case 'request':
      return `${after} you write “${cutQuote(said, 140)}”`;
  }
}

function toProposal(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  if (lines === 0) return 'how to go on';
  return lines > 1 ? `a plan of ${count(lines, 'line')}` : `“${cutQuote(text, 140)}”`;
}

/** What the agent had done since it was asked: the judge sees the same in the case. */
function toSoFar({ editsSoFar, runsSoFar, readsSoFar }: DecisionScene): string {
  const done = [
    editsSoFar.length > 0 ? count(editsSoFar.length, 'edit') : '',
    runsSoFar.length > 0 ? count(runsSoFar.length, 'command') : '',
    editsSoFar.length + runsSoFar.length === 0 && readsSoFar > 0 ? `reading ${count(readsSoFar, 'file')}` : '',
  ].filter(Boolean);
  return done.length > 0 ? `After ${done.join(' and ')},` : 'At once';
}

function toChange(edits: DecisionScene['edits']): string {
  const [first] = edits;
  if (!first) return 'makes this change';
  const paths = new Set(edits.map(({ shownPath }) => shownPath));
  const added = edits.reduce((sum, edit) => sum + edit.addedCount, 0);
  const removed = edits.reduce((sum, edit) => sum + edit.removedCount, 0);
  const where = paths.size > 1 ? count(paths.size, 'file') : `\`${first.shownPath}\``;
  if (first.change === 'delete') return `deletes ${where}`;
  return `${first.change === 'create' ? 'creates' : 'changes'} ${where} (+${added} −${removed})`;
}

function toAsking({ shape }: DecisionScene): string {
  switch (shape) {
    case 'edit':
      return 'Would you accept it as it stands?';
    case 'test-edit':
      return 'What would this test catch now, and would you accept it?';
    case 'command':
      return 'What do you expect, and would you let it go on?';
    case 'claim':
      return 'Would you rely on it?';
    case 'belief':
      return 'Would you build on it?';
    case 'plan':
      return 'Would you let it begin?';
    case 'request':
      return 'Would you send it as it stands?';
  }
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
