/** One question about a thing and its answers. “I don't know” stands beside them, as good as any. */
import { type ReactNode, useId } from "react";
import { addAccount } from "./adding.ts";
import { amountOf } from "./amounts.ts";
import { bodyOf, institutionOf, splitId, type ThingId, titleOf } from "./document.ts";
import { callIt, connect } from "./edit.ts";
import { Name } from "./name.tsx";
import { hintOf, keyOf, noneOf, sayQuestion } from "./question-words.ts";
import {
  type Answer,
  answered,
  answerTo,
  type ChoiceQuestion,
  type HangsQuestion,
  type MoneyQuestion,
  type Question,
  type TextQuestion,
} from "./questions.ts";
import { last4Refusal, refusalOf } from "./refusal.ts";
import { TextField } from "./text-field.tsx";
import { useThings } from "./things-context.tsx";
import { sayValue } from "./value-words.ts";

interface QuestionProps<Asked extends Question> {
  readonly question: Asked;
  readonly title: string;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
}

export function QuestionField({ question }: { readonly question: Question }) {
  const { document, services, lang, edit } = useThings();
  const institution = institutionOf(document, question.of.replace(/^sim\./, "line."));
  const common = {
    title: sayQuestion(question, services, institution, lang),
    answer: answerTo(document, question),
    onAnswer: (answer: Answer) => edit((known) => answered(known, question, answer)),
  };
  switch (question.kind) {
    case "choice":
      return <ChoiceField question={question} {...common} />;
    case "hangs":
      return question.many ? (
        <ManyField question={question} {...common} />
      ) : (
        <OneField question={question} {...common} />
      );
    case "money":
      return <MoneyField question={question} {...common} />;
    case "text":
      return <WordsField question={question} {...common} />;
  }
}

function ChoiceField({ question, title, answer, onAnswer }: QuestionProps<ChoiceQuestion>) {
  const { lang, words } = useThings();
  const { kind } = splitId(question.of);
  const say = (value: string) => sayValue({ kind, key: question.key, from: question.from }, value, lang);
  const options = [
    ...(question.usual === undefined ? [] : [["usual", words.usual(say(question.usual))] as const]),
    ...question.values.map((value) => [value, say(value)] as const),
    ["unknown", words.unknown] as const,
  ];
  return (
    <Pills title={title} hint={hintOf(question, lang)}>
      {(name) =>
        options.map(([value, text]) => (
          <Pill key={value} name={name} isChosen={answer === value} onChoose={() => onAnswer(value)}>
            <Name>{text}</Name>
          </Pill>
        ))
      }
    </Pills>
  );
}

function OneField({ question, title, answer, onAnswer }: QuestionProps<HangsQuestion>) {
  const { lang, label, words } = useThings();
  const [chosen] = Array.isArray(answer) ? answer : [answer];
  return (
    <Pills title={title} hint={hintOf(question, lang)}>
      {(name) => (
        <>
          {question.among.map((thing) => (
            <Pill key={thing} name={name} isChosen={chosen === thing} onChoose={() => onAnswer([thing])}>
              <Name>{label(thing)}</Name>
            </Pill>
          ))}
          <MakersAccount question={question} name={name} />
          <Pill name={name} isChosen={chosen === "none"} onChoose={() => onAnswer("none")}>
            {noneOf(question, lang)}
          </Pill>
          <Pill name={name} isChosen={chosen === "unknown"} onChoose={() => onAnswer("unknown")}>
            {words.unknown}
          </Pill>
        </>
      )}
    </Pills>
  );
}

/** The account at a phone's maker, which nobody has named yet: it is added with the answer. */
function MakersAccount({ question, name }: { readonly question: HangsQuestion; readonly name: string }) {
  const { document, services, lang, words, edit } = useThings();
  const service = services.get(institutionOf(document, question.of) ?? "");
  const isMakers = keyOf(question) === "device.account" && service?.provides.includes("account") === true;
  if (!isMakers || question.among.length > 0) return null;
  const add = () =>
    edit((known) => {
      const facts = { takesCards: false, money: [] };
      const { document: next, id } = addAccount(known, { service: service.id, facts });
      return connect(next, question.of, "account", id);
    }, words.added(service.name[lang]));
  return (
    <Pill name={name} isChosen={false} onChoose={add}>
      <Name>{words.makersAccount(service.name[lang])}</Name>
    </Pill>
  );
}

/** Several may be true; “none” and “I don't know” are true alone. */
function ManyField({ question, title, answer, onAnswer }: QuestionProps<HangsQuestion>) {
  const { lang, label, words } = useThings();
  const chosen: readonly ThingId[] = Array.isArray(answer) ? answer : [];
  const toggle = (thing: ThingId) => {
    const next = chosen.includes(thing) ? chosen.filter((each) => each !== thing) : [...chosen, thing];
    onAnswer(next.length === 0 ? "none" : question.among.filter((each) => next.includes(each)));
  };
  return (
    <Pills title={title} hint={hintOf(question, lang)}>
      {(name) => (
        <>
          {question.among.map((thing) => (
            <Pill
              key={thing}
              name={name}
              isMany
              isChosen={chosen.includes(thing)}
              onChoose={() => toggle(thing)}
            >
              <Name>{label(thing)}</Name>
            </Pill>
          ))}
          <Pill name={name} isMany isChosen={answer === "none"} onChoose={() => onAnswer("none")}>
            {noneOf(question, lang)}
          </Pill>
          <Pill name={name} isMany isChosen={answer === "unknown"} onChoose={() => onAnswer("unknown")}>
            {words.unknown}
          </Pill>
        </>
      )}
    </Pills>
  );
}

function MoneyField({ question, title, answer, onAnswer }: QuestionProps<MoneyQuestion>) {
  const { document, lang, words } = useThings();
  const hint = hintOf(question, lang);
  const { currency } = document.person;
  return (
    <div className="money-field">
      <TextField
        label={title}
        hint={hint}
        isNumber
        isShort
        {...(currency === undefined ? {} : { before: currencySign(currency, lang) })}
        value={answer === "unknown" ? "" : String(answer)}
        refuse={refusalOf}
        onDone={(text) => onAnswer(amountOf(text) ?? "unknown")}
      />
      <label className="answer-pill">
        <input
          type="checkbox"
          checked={answer === "unknown"}
          onChange={() => onAnswer(answer === "unknown" ? 0 : "unknown")}
        />
        <span>{words.unknown}</span>
      </label>
    </div>
  );
}

/** `¥`, `R$`; the code itself where the language has no sign for it. */
function currencySign(currency: string, lang: string): string {
  try {
    const parts = new Intl.NumberFormat(lang, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).formatToParts(0);
    return parts.find(({ type }) => type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
}

function WordsField({ question, title, answer, onAnswer }: QuestionProps<TextQuestion>) {
  const { document, lang, edit } = useThings();
  const isLast4 = question.key === "last4";
  return (
    <TextField
      label={title}
      hint={hintOf(question, lang)}
      value={question.key === "name" ? (titleOf(bodyOf(document, question.of), lang) ?? "") : String(answer)}
      isNumber={isLast4}
      isShort={isLast4}
      refuse={isLast4 ? last4Refusal : refusalOf}
      onDone={(text) =>
        question.key === "name"
          ? edit((known) => callIt(known, question.of, text, lang))
          : onAnswer(isLast4 ? text.normalize("NFKC").replaceAll(/\D/g, "") : text.trim())
      }
    />
  );
}

interface PillsProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: (name: string) => ReactNode;
}

export function Pills({ title, hint, children }: PillsProps) {
  const name = useId();
  return (
    <fieldset className="pills" {...(hint === undefined ? {} : { "aria-describedby": `${name}-hint` })}>
      <legend>
        <Name>{title}</Name>
      </legend>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div className="pill-row">{children(name)}</div>
    </fieldset>
  );
}

interface PillProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly isMany?: boolean;
  readonly children: ReactNode;
}

export function Pill({ name, isChosen, onChoose, isMany = false, children }: PillProps) {
  return (
    <label className="answer-pill">
      <input type={isMany ? "checkbox" : "radio"} name={name} checked={isChosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
