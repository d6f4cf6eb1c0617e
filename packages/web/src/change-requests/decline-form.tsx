import { useQueryClient } from "@tanstack/react-query";
import { ReasonForm } from "../ui/reason-form.tsx";
import { type ChangeRequest, declineChange } from "./change-requests.api.ts";

/** A no with its reason; the record stays for both sides. */
export function DeclineForm({ change, onClose }: { change: ChangeRequest; onClose: () => void }) {
  const client = useQueryClient();
  return (
    <ReasonForm
      label="Why not"
      act="Decline"
      done="Declined, with your reason"
      send={(words) => declineChange(client, change, words)}
      onClose={onClose}
    />
  );
}
