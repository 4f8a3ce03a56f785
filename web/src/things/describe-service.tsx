/** A service the list does not have, described in a minute: its name, its kind, and what its “forgot password” asks. */
import { useEffect, useId, useRef, useState } from "react";
import { type Both, both } from "../../../src/report/index.ts";
import type { Body } from "./document.ts";
import { slug } from "./ids.ts";
import { serviceName } from "./labels.ts";
import { Pill, Pills } from "./question-field.tsx";
import { TextField } from "./text-field.tsx";
import { useThings } from "./things-context.tsx";
import { sayValue, settingTitle } from "./value-words.ts";

export interface Described {
  readonly called: string;
  readonly settings: Body;
}

interface DescribeServiceProps {
  readonly called: string;
  readonly cancel: () => void;
  readonly onDone: (service: string, described: Described) => void;
}

/** What one may have an account at; a bank's stand-in runs cards, which are added as such. */
const describedKinds: Readonly<Record<string, Both<string>>> = {
  "any-carrier": both("Carrier's online account", "运营商网上营业厅"),
  "any-exchange": both("Crypto exchange", "加密货币交易所"),
  "any-government-app": both("Government app", "政务应用"),
  "any-lender": both("Loans", "贷款"),
  "any-mail": both("Mail", "邮箱"),
  "any-marketplace": both("Shop or platform", "购物平台"),
  "any-messenger": both("Messenger", "聊天软件"),
  "any-password-manager": both("Password manager", "密码管理器"),
  "any-site": both("Website", "网站"),
  "any-wallet": both("Payment wallet", "支付钱包"),
};

/** It is only noted that there is such an account. */
const notDescribed = "";

export function DescribeService({ called, cancel, onDone }: DescribeServiceProps) {
  const { list, services, lang, words } = useThings();
  const [name, setName] = useState(called);
  const [kind, setKind] = useState<string | undefined>();
  const [settings, setSettings] = useState<Body>({});
  const [hasTried, setTried] = useState(false);
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const kinds = list.filter(
    ({ isArchetype, provides, settings }) => isArchetype && provides.includes("account") && settings.size > 0,
  );
  const asked = [...(services.get(kind ?? "")?.settings ?? [])].filter(([, { of }]) => of === "account");
  const done = () => {
    if (kind === undefined) return setTried(true);
    const said = name.trim();
    if (kind !== notDescribed) onDone(kind, { called: said, settings });
    // Its name is no service of the catalogue, so it stands there and is not judged.
    else
      onDone(
        idOutside(said, (id) => services.has(id)),
        { called: said, settings: {} },
      );
  };
  return (
    <section className="describe" aria-labelledby={heading}>
      <h4 id={heading} ref={title} tabIndex={-1}>
        {words.describe}
      </h4>
      <p className="hint">{words.describeLead}</p>
      <TextField label={words.serviceName} value={name} onDone={setName} onText={setName} />
      <Pills title={words.serviceKind}>
        {(group) => (
          <>
            {kinds.map(({ id }) => (
              <Pill
                key={id}
                name={group}
                isChosen={kind === id}
                onChoose={() => {
                  setKind(id);
                  setSettings({});
                }}
              >
                {describedKinds[id]?.[lang] ?? serviceName({ services, lang }, id)}
              </Pill>
            ))}
            <Pill name={group} isChosen={kind === notDescribed} onChoose={() => setKind(notDescribed)}>
              {words.noneOfThese}
            </Pill>
          </>
        )}
      </Pills>
      {asked.map(([key, { values, title: text }]) => (
        <Pills key={key} title={settingTitle(text[lang])}>
          {(group) =>
            [...values.filter((value) => value !== "unknown"), "unknown"].map((value) => (
              <Pill
                key={value}
                name={group}
                isChosen={(settings[key] ?? "unknown") === value}
                onChoose={() =>
                  setSettings(({ [key]: _before, ...rest }) =>
                    value === "unknown" ? rest : { ...rest, [key]: value },
                  )
                }
              >
                {sayValue({ kind: "account", key, from: "setting" }, value, lang)}
              </Pill>
            ))
          }
        </Pills>
      ))}
      <div role="alert">
        {hasTried && kind === undefined ? <p className="refusal">{words.pickKind}</p> : null}
      </div>
      <div className="describe-acts">
        <button type="button" className="primary" onClick={done}>
          {words.add}
        </button>
        <button type="button" className="quiet-button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

function idOutside(name: string, isKnown: (id: string) => boolean): string {
  const id = slug(name) || "service";
  return isKnown(id) ? `${id}-unlisted` : id;
}
