/** Puts the page into its place. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { foundingStateAtFirst, placeOf, stateIn } from "./app/route.ts";
import { fetchFounding } from "./engine/case-client.ts";
import "./styles/base.css";
import "./styles/app.css";
import "./styles/parts.css";
import "./styles/way.css";

// On its way while the page is put together.
if (placeOf(location.hash, []).route.at === "founding")
  fetchFounding(stateIn(location.hash) ?? foundingStateAtFirst).catch(() => {}); // The case says so.

const place = document.getElementById("page");
if (place === null) throw new Error("the document has no place for the page");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Keeps the page for when there is no network. Without it (an old browser, a page opened as a file) all else works.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  addEventListener("load", () => {
    navigator.serviceWorker.register("./sw.js", { scope: "./" }).catch(() => {});
  });
