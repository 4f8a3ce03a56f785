/**
 * Whether the reader does something yet. What is only needed once they do is not worked out before: on a slow phone it
 * would stand in the way of the first view. A scroll is no sign: the page scrolls by itself. Nor is a pointer that moves
 * by nothing: browsers tell of one when a page is laid out under a pointer that rests, or where there is none.
 */
const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown"] as const;

const waiting: (() => void)[] = [];
let hasStirred = false;

const isLaidOutUnder = (event: Event): boolean =>
  event.type === "pointermove" &&
  event instanceof PointerEvent &&
  event.movementX === 0 &&
  event.movementY === 0;

function stirs(event: Event): void {
  if (isLaidOutUnder(event)) return;
  hasStirred = true;
  for (const sign of signs) removeEventListener(sign, stirs, { capture: true });
  for (const then of waiting.splice(0)) then();
}

for (const sign of signs) addEventListener(sign, stirs, { capture: true, passive: true });

/** Does it when the reader first stirs; at once where they have. */
export function onceStirred(then: () => void): void {
  if (hasStirred) then();
  else waiting.push(then);
}
