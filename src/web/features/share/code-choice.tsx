import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShareChoices, SharePreview, ShareTree } from '../../../model/api/share.ts';
import { sharePreviewFileQuery } from '../../api/share-queries.ts';
import { formatBytes, formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { MarkedLines } from './marked-lines.tsx';
import type { useChoices } from './use-choices.ts';

const EXTENTS: readonly { readonly value: ShareChoices['tree']; readonly label: string }[] = [
  { value: 'default', label: 'As proposed' },
  { value: 'whole', label: 'All of it' },
  { value: 'touched', label: 'What the case touches, tests and configuration' },
  { value: 'none', label: 'No code' },
];

const WHYS: Readonly<Record<ShareTree['leftOut'][number]['why'], string>> = {
  binary: 'no text',
  ignored: 'ignored by git',
  secrets: 'holds secrets',
  link: 'a link',
  submodule: 'a submodule',
  'large-file-pointer': 'points to a large file',
  'too-large': 'too large',
  'odd-name': 'its name means something else elsewhere',
  'secret-name': 'its name holds a secret',
};

interface Props {
  readonly preview: SharePreview;
  readonly own: Pick<ReturnType<typeof useChoices>, 'extent' | 'commit' | 'folder' | 'setExtent' | 'setCommit' | 'setFolder'>;
}

/** Which code goes along: which commit and why, which files of it, and what stays here. */
export function CodeChoice({ preview: { tree, noTree, digest }, own }: Props) {
  return (
    <div className="grid gap-3.5">
      {tree ? (
        <p>
          The code as of <Plain>{tree.why}</Plain> {formatCount(tree.files.length, 'file')}, {formatBytes(tree.bytes)}.
        </p>
      ) : (
        <p className="text-ink-2">
          No code goes along. <Plain>{noTree ?? ''}</Plain>
        </p>
      )}
      {tree?.warnings.map((warning) => (
        <p key={warning} className="text-warn">
          <Plain>{warning}</Plain>
        </p>
      ))}
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1.5">
        <legend className="sr-only">Which code goes along</legend>
        {EXTENTS.map(({ value, label }) => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input type="radio" name="extent" className="size-4 accent-accent" checked={own.extent === value} onChange={() => own.setExtent(value)} />
            {label}
          </label>
        ))}
      </fieldset>
      {own.extent !== 'none' && (tree === null || own.folder !== '') && (
        <ChoiceField
          id="folder"
          label="The repository’s folder"
          hint="Where it lies on this machine now; empty for the session’s own."
          chosen={own.folder}
          onChoose={own.setFolder}
        />
      )}
      {own.extent !== 'none' && (
        <ChoiceField
          id="commit"
          label="Another commit"
          hint="A branch, a tag or a commit; empty for the one proposed."
          chosen={own.commit}
          onChoose={own.setCommit}
        />
      )}
      {tree && <FileList tree={tree} digest={digest} />}
      {tree && tree.leftOut.length + tree.notChosen > 0 && <LeftOut tree={tree} />}
    </div>
  );
}

interface ChoiceFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly chosen: string;
  readonly onChoose: (chosen: string) => void;
}

function ChoiceField({ id, label, hint, chosen, onChoose }: ChoiceFieldProps) {
  const [text, setText] = useState(chosen);
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(text.trim());
      }}
    >
      <div className="min-w-52 flex-1">
        <Field id={id} label={label} hint={hint}>
          <input
            id={id}
            className="field code"
            aria-describedby={`${id}-hint`}
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </div>
      <Button type="submit" disabled={text.trim() === chosen}>
        Use it
      </Button>
    </form>
  );
}

function FileList({ tree, digest }: { tree: ShareTree; digest: string }) {
  const [open, setOpen] = useState<string | null>(null);
  const touched = tree.files.filter(({ redactions }) => redactions > 0);
  return (
    <details className="card px-4 py-2.5">
      <summary className="font-medium">
        {formatCount(tree.files.length, 'file')}
        {touched.length > 0 && `, something taken out of ${touched.length}`}
      </summary>
      <ul className="mt-2 grid max-h-[32rem] gap-0.5 overflow-y-auto">
        {[...touched, ...tree.files.filter(({ redactions }) => redactions === 0)].map(({ path, size, redactions }) => (
          <li key={path}>
            <button
              type="button"
              className="flex w-full flex-wrap justify-between gap-x-3 py-1 text-left hover:bg-sunk"
              aria-expanded={open === path}
              onClick={() => setOpen(open === path ? null : path)}
            >
              <span className="code [overflow-wrap:anywhere]">
                <Plain>{path}</Plain>
              </span>
              <span className="meta">
                {redactions > 0 && <span className="mr-3 text-warn">{formatCount(redactions, 'line')} changed</span>}
                {formatBytes(size)}
              </span>
            </button>
            {open === path && <FileText digest={digest} path={path} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function FileText({ digest, path }: { digest: string; path: string }) {
  const file = useQuery(sharePreviewFileQuery(digest, path));
  if (file.isError) return <FailureNotice thrown={file.error} onRetry={() => void file.refetch()} />;
  return (
    <div className="rounded-lg bg-sunk px-3 py-2" data-leaving="">
      {file.data ? <MarkedLines text={file.data.text} /> : <output className="meta">Opening…</output>}
    </div>
  );
}

function LeftOut({ tree: { leftOut, notChosen } }: { tree: ShareTree }) {
  return (
    <details className="card px-4 py-2.5">
      <summary className="font-medium">{formatCount(leftOut.length + notChosen, 'file')} left out</summary>
      <ul className="mt-2 grid max-h-80 gap-1 overflow-y-auto">
        {leftOut.map(({ path, why }) => (
          <li key={path} className="flex flex-wrap justify-between gap-x-3">
            <span className="code [overflow-wrap:anywhere]">
              <Plain>{path}</Plain>
            </span>
            <span className="meta">{WHYS[why]}</span>
          </li>
        ))}
        {notChosen > 0 && <li className="text-ink-2">{formatCount(notChosen, 'more file')} that nobody chose.</li>}
      </ul>
    </details>
  );
}
