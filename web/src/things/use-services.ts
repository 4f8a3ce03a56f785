/** The list of services, fetched once for the page's life, when somebody first tells what they have. */
import { useEffect, useState } from "react";
import { addressOf } from "../engine/case-client.ts";
import { unpack } from "../engine/packed.ts";
import type { Services } from "./questions.ts";
import type { Service } from "./services.ts";

export interface ServiceList {
  readonly list: readonly Service[];
  readonly services: Services;
}

let fetched: Promise<ServiceList> | undefined;

function fetchServices(): Promise<ServiceList> {
  fetched ??= fetch(addressOf("services"))
    .then(async (response) => {
      if (!response.ok) throw new Error(`the services cannot be fetched: ${response.status}`);
      const list = unpack<readonly Service[]>(await response.text());
      return { list, services: new Map(list.map((service) => [service.id, service])) };
    })
    .catch((fault: unknown) => {
      fetched = undefined; // It may be there the next time.
      throw fault;
    });
  return fetched;
}

export function useServices(): ServiceList | "waiting" | "failed" {
  const [known, setKnown] = useState<ServiceList | "waiting" | "failed">("waiting");
  useEffect(() => {
    let isGone = false;
    fetchServices().then(
      (list) => isGone || setKnown(list),
      () => isGone || setKnown("failed"),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return known;
}
