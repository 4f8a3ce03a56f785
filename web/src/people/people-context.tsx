/**
 * Hands the people to every part of the page. How they are kept is loaded when a part of the page first asks for them: who
 * only reads the founding case loads none of it.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { People } from "../store/people.ts";
import type { Keeping, PeopleStore } from "../store/people-store.ts";

interface Held {
  readonly people: People;
  readonly keeping: Keeping;
  /** Undefined until it is loaded; before that nobody has people. */
  readonly store: PeopleStore | undefined;
  readonly isFailed: boolean;
  readonly begin: () => void;
}

const PeopleContext = createContext<Held | undefined>(undefined);

export function usePeople(): People {
  return useHeld().people;
}

export interface KeepingHere {
  readonly keeping: Keeping;
  readonly store: PeopleStore | undefined;
  /** The part of the page that keeps things could not be loaded. */
  readonly isFailed: boolean;
}

/** For the screens that choose, lock and unlock. */
export function useKeeping(): KeepingHere {
  return useHeld();
}

function useHeld(): Held {
  const held = useContext(PeopleContext);
  if (held === undefined) throw new Error("there are no people here");
  const { begin } = held;
  useEffect(begin, [begin]);
  return held;
}

const notYet: Keeping = {
  state: "opening",
  saving: "kept",
  people: new Map(),
  place: "nowhere",
  isAway: false,
  hasPasskey: false,
  complaints: [],
};

/** One for the page, however often React begins anew. */
let loading: Promise<PeopleStore> | undefined;

async function load(): Promise<PeopleStore> {
  const { peopleStore } = await import("../store/people-store-here.ts");
  await peopleStore.begin();
  return peopleStore;
}

export function PeopleProvider({ children }: { readonly children: ReactNode }) {
  const [store, setStore] = useState<PeopleStore | undefined>(undefined);
  const [isFailed, setFailed] = useState(false);
  const { listen, read, begin } = useMemo(
    () => ({
      listen: (listener: () => void) => store?.listen(listener) ?? (() => {}),
      read: () => store?.now ?? notYet,
      begin: () => {
        loading ??= load();
        loading.then(setStore, () => setFailed(true));
      },
    }),
    [store],
  );
  const keeping = useSyncExternalStore(listen, read);
  useLeaving(store, keeping.saving !== "kept");

  // The same functions as long as the store is: what depends on them is not made anew with each change.
  const changing = useMemo<Pick<People, "add" | "update" | "remove">>(() => {
    const here = () => {
      if (store === undefined) throw new Error("it is not known yet where people are kept");
      return store;
    };
    return {
      add: (person) => here().add(person),
      update: (id, change) => here().update(id, change),
      remove: (id) => here().remove(id),
    };
  }, [store]);
  const value = useMemo<Held>(() => {
    const { state, saving, people } = keeping;
    return { keeping, store, isFailed, begin, people: { state, saving, people, ...changing } };
  }, [keeping, store, isFailed, begin, changing]);
  return <PeopleContext value={value}>{children}</PeopleContext>;
}

/** Looks what others wrote when the reader comes back, and holds back who would leave before all is kept. */
function useLeaving(store: PeopleStore | undefined, isUnfinished: boolean): void {
  useEffect(() => {
    if (store === undefined) return undefined;
    const look = () => {
      if (document.visibilityState === "visible") void store.refresh();
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("online", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("online", look);
    };
  }, [store]);
  useEffect(() => {
    if (!isUnfinished) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", hold);
    return () => removeEventListener("beforeunload", hold);
  }, [isUnfinished]);
}
