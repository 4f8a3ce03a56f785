/**
 * Search with a list of what was found: typed into, gone through with the arrow keys, chosen with Enter or a touch. What
 * is typed is searched for and kept nowhere; a card number is refused here too.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { bare, type Findable, search } from "./search.ts";
import { Refused } from "./text-field.tsx";
import { useThings } from "./things-context.tsx";
import { useRefusal } from "./use-refusal.ts";

interface ComboboxProps<Item extends Findable> {
  readonly label: string;
  readonly placeholder: string;
  /** The reader comes back to it from what it led to. */
  readonly takesFocus?: boolean;
  readonly items: readonly Item[];
  readonly groupName: (group: string) => string;
  readonly show: (item: Item) => ReactNode;
  readonly onPick: (item: Item) => void;
  /** What stands last, whatever was found: the way on when it is not there. */
  readonly otherwise?: {
    /** `isThere`: something of exactly this name was found. */
    readonly show: (query: string, isThere: boolean) => ReactNode;
    readonly onPick: (query: string) => void;
  };
}

export function Combobox<Item extends Findable>({
  label,
  placeholder,
  takesFocus = false,
  items,
  groupName,
  show,
  onPick,
  otherwise,
}: ComboboxProps<Item>) {
  const { words } = useThings();
  const id = useId();
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { refusal, isRefused, forget } = useRefusal();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const groups = useMemo(() => (isOpen ? search(items, query) : []), [items, query, isOpen]);
  const flat = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const isThere = flat.some(({ names }) => names.some((name) => bare(name) === bare(query)));
  const count = flat.length + (otherwise === undefined ? 0 : 1);

  const type = (text: string) => {
    setQuery(isRefused(text) ? "" : text);
    setActive(0);
    setOpen(true);
  };
  const pick = (at: number) => {
    const item = flat[at];
    const asked = query.trim();
    setQuery("");
    setOpen(false);
    setActive(0);
    if (item !== undefined) onPick(item);
    else otherwise?.onPick(asked);
  };
  const move = (to: number) => {
    const next = (to + count) % Math.max(1, count);
    setActive(next);
    list.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // Enter there ends a Chinese word.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (isOpen) move(active + step);
      else setOpen(true);
    } else if (event.key === "Enter" && isOpen && count > 0) {
      event.preventDefault();
      pick(active);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setOpen(false);
    }
  };
  const option = (at: number, key: string, content: ReactNode, className = "") => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
    <div
      key={key}
      id={`${id}-${at}`}
      data-at={at}
      role="option"
      tabIndex={-1}
      aria-selected={at === active}
      className={`option ${className}`}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => setActive(at)}
      onClick={() => pick(at)}
    >
      {content}
    </div>
  );
  let at = -1;
  return (
    <div className="combobox">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={placeholder}
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-invalid={refusal !== undefined}
        {...(isOpen && count > 0 ? { "aria-activedescendant": `${id}-${active}` } : {})}
        value={query}
        onChange={({ target }) => type(target.value)}
        onClick={() => setOpen(true)}
        onFocus={forget}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <Refused id={`${id}-refusal`} refusal={refusal} />
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        className="options"
        hidden={!isOpen}
      >
        {groups.map(({ group, items: found }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list of choices has no element of its own for its groups
          <div key={group} role="group" aria-label={groupName(group)}>
            <div className="option-group" aria-hidden="true">
              {groupName(group)}
            </div>
            {found.map((item) => {
              at += 1;
              return option(at, item.id, show(item));
            })}
          </div>
        ))}
        {isOpen && otherwise !== undefined
          ? option(flat.length, "otherwise", otherwise.show(query.trim(), isThere), "otherwise")
          : null}
      </div>
      <p role="status" className="unseen">
        {isOpen && query !== ""
          ? flat.length === 0
            ? words.nothingFound
            : words.foundCount(flat.length)
          : ""}
      </p>
    </div>
  );
}
