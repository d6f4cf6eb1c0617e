import { useEffect, useRef, useState } from "react";
import { isTyping } from "./key-match.ts";

/**
 * While a thing is open, files pasted or dropped anywhere on the page are meant for it; a drop beside the mark would
 * otherwise make the browser leave the page for the file. Answers whether files are held over the page.
 */
export function useFilesAnywhere(add: (files: FileList) => void, listens = true): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    if (!listens) return;
    const take = (event: Event, carried: DataTransfer | null) => {
      if (event.defaultPrevented || !carried || carried.files.length === 0) return;
      event.preventDefault();
      latest.current(carried.files);
    };
    const onPaste = (event: ClipboardEvent) => {
      // Tables and slides bring a picture of themselves along; in a text their words are meant.
      const words = event.clipboardData?.types.includes("text/plain") ?? false;
      if (!(words && isTyping(event.target))) take(event, event.clipboardData);
    };
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      take(event, event.dataTransfer);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const heard = [
      ["paste", onPaste],
      ["dragover", onOver],
      ["drop", onDrop],
      ["dragleave", onLeave],
    ] as [string, EventListener][];
    for (const [name, hear] of heard) document.addEventListener(name, hear);
    return () => {
      setOver(false);
      for (const [name, hear] of heard) document.removeEventListener(name, hear);
    };
  }, [listens]);
  return over;
}
