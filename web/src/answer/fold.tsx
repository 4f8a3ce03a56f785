/** The rest of a long list: folded, and not drawn before somebody looks. */
import { type ReactNode, useState } from "react";

/** Longer lists than this begin with `shownFirst` of theirs; with two hundred accounts there are a hundred losses. */
export const foldedFrom = 14;
export const shownFirst = 8;

interface FoldProps {
  readonly summary: string;
  readonly children: ReactNode;
}

export function Fold({ summary, children }: FoldProps) {
  const [isOpen, open] = useState(false);
  return (
    <details className="idle" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen ? children : null}
    </details>
  );
}
