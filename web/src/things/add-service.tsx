/** Choosing who runs something: the catalogue's services, searched by any of their names; what is not there is described. */
import { useMemo, useState } from "react";
import type { InstitutionKind } from "../../../src/model/index.ts";
import { Combobox } from "./combobox.tsx";
import { type Described, DescribeService } from "./describe-service.tsx";
import { type FindableService, findable } from "./finding.ts";
import { serviceKinds, serviceName } from "./labels.ts";
import { Name } from "./name.tsx";
import { useThings } from "./things-context.tsx";

interface AddServiceProps {
  readonly kind: "device" | "line" | "card" | "account" | "mailbox";
  readonly label: string;
  /** Undefined: a make nobody named, which only a device can have. */
  readonly onPick: (institution: string | undefined, described?: Described) => void;
}

const provided = {
  device: "device",
  line: "line",
  card: "card",
  account: "account",
  mailbox: "account",
} as const;
/** Whose accounts are a mailbox. */
const mailKinds: readonly InstitutionKind[] = ["mail", "vendor"];
/** What stands for any other, where something must run it. */
const anyOther: Readonly<Record<string, string>> = {
  line: "any-carrier",
  card: "any-bank",
  mailbox: "any-mail",
};

export function AddService({ kind, label, onPick }: AddServiceProps) {
  const { list, lang, services, document, words } = useThings();
  const [describing, setDescribing] = useState<string | undefined>();
  const [hasDescribed, setDescribed] = useState(false);
  const { region } = document.person;
  const items = useMemo(
    () =>
      findable(list, {
        lang,
        region,
        provides: provided[kind],
        ...(kind === "mailbox" ? { kinds: mailKinds } : {}),
      }),
    [list, lang, region, kind],
  );
  const other = (query: string) => {
    if (kind === "account") setDescribing(query);
    else onPick(anyOther[kind], query === "" ? undefined : { called: query, settings: {} });
  };
  const back = () => {
    setDescribing(undefined);
    setDescribed(true);
  };
  if (describing !== undefined)
    return (
      <DescribeService
        called={describing}
        cancel={back}
        onDone={(service, described) => {
          back();
          onPick(service, described);
        }}
      />
    );
  return (
    <Combobox<FindableService>
      label={label}
      takesFocus={hasDescribed}
      placeholder={words.searchHint}
      items={items}
      groupName={(group) => serviceKinds[group]?.[lang] ?? group}
      show={({ service }) => <Name>{serviceName({ services, lang }, service.id)}</Name>}
      onPick={({ service }) => onPick(service.id)}
      otherwise={{
        show: (query, isThere) =>
          kind === "device" ? (
            words.otherMake
          ) : (
            <>
              <Name>{isThere ? words.otherThanFound : words.notInList(query)}</Name>
              <span className="option-act">{words.describeIt}</span>
            </>
          ),
        onPick: other,
      }}
    />
  );
}
