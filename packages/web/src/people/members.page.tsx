import { useCan } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { Setting } from "../ui/setting.tsx";
import { Groups } from "./groups.tsx";
import { Invitations } from "./invitations.tsx";
import { MemberList } from "./member-list.tsx";

export function MembersPage() {
  useTitle("People", "Settings");
  const mayInvite = useCan("member.invite");
  return (
    <Page title="People" lead="Everybody who works here. People at your clients are under Clients." narrow>
      <Setting title="Members" affects="the member whose role changes: at once, in every open window">
        <MemberList />
      </Setting>
      <Setting title="Groups" affects="whom a name behind an @ reaches, in what is written from now on">
        <Groups />
      </Setting>
      {mayInvite ? (
        <Setting
          title="Invitations"
          affects="the person you invite; the link is bound to their address and works once, for 7 days"
        >
          <Invitations />
        </Setting>
      ) : null}
    </Page>
  );
}
