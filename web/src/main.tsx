/** Puts the page into its place. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Page } from "./page.tsx";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/way.css";

const place = document.getElementById("page");
if (place === null) throw new Error("the document has no place for the page");
createRoot(place).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
