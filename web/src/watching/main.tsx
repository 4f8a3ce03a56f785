/** The page of operators, put into its place. It is served by `chainbreak detect serve`. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WatchingPage } from "./watching-page.tsx";
import "../styles/base.css";
import "../styles/app.css";
import "../styles/parts.css";
import "../styles/way.css";
import "./watching.css";
import "./rules.css";

const place = document.getElementById("page");
if (place === null) throw new Error("the document has no place for the page");
createRoot(place).render(
  <StrictMode>
    <WatchingPage />
  </StrictMode>,
);
