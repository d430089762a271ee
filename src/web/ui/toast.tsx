import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

/** Long enough to read and to reach with a keyboard. */
const SHOWN_MS = 10_000;

const ShowToast = createContext<(toast: Omit<Toast, 'id'>) => void>(() => {});

/** Says one short thing at the foot of the page, with a way back. Never steals focus. */
export const useToast = () => use(ShowToast);

export function ToastArea({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [held, setHeld] = useState(false);
  const show = useCallback((next: Omit<Toast, 'id'>) => setToast({ ...next, id: Date.now() }), []);

  useEffect(() => {
    if (toast === null || held) return;
    const timer = setTimeout(() => setToast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);

  const content = useMemo(() => children, [children]);
  return (
    <ShowToast value={show}>
      {content}
      {/* Being pointed at or focused only keeps it from going away. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <output
        className="pointer-events-none fixed inset-x-0 bottom-5 z-20 flex justify-center px-4"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {toast && (
          <div key={toast.id} className="card pointer-events-auto flex items-center gap-2 border-edge py-1.5 pr-2 pl-4">
            <span>{toast.text}</span>
            {toast.undo && (
              <Button
                look="quiet"
                onClick={() => {
                  toast.undo?.();
                  setToast(null);
                }}
              >
                Undo
              </Button>
            )}
            <Button look="quiet" className="px-2" aria-label="Close this message" onClick={() => setToast(null)}>
              ×
            </Button>
          </div>
        )}
      </output>
    </ShowToast>
  );
}
