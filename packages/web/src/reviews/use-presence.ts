import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useReconnected } from "../lib/live.ts";
import { attend, type Review, refresh } from "./reviews.api.ts";

const SIGN_MS = 30_000;

/** Says that this person is here, again and again; who has left is seen at the next sign. */
export function usePresence(review: Review): void {
  const client = useQueryClient();
  const { id } = review;
  useReconnected(() => void refresh(client, review));
  useEffect(() => {
    // A sign that was lost is made up for by the next one.
    const sign = () => void attend(id).catch(() => undefined);
    sign();
    const again = setInterval(sign, SIGN_MS);
    return () => clearInterval(again);
  }, [id]);
}
