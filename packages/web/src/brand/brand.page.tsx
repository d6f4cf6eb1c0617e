import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Setting } from "../ui/setting.tsx";
import { AccentPreview } from "./accent-preview.tsx";
import { accentsQuery, type Brand, brandQuery, changeBrand, removeLogo, sendLogo } from "./brand.api.ts";

const OURS = "#1f5f4a";

/** How the workspace looks to its clients. */
export function BrandPage() {
  useTitle("Brand", "Settings");
  const brand = useSuspenseQuery(brandQuery).data;
  return (
    <Page title="Brand" narrow>
      <Setting title="Colour and sender" affects="every page and mail that your clients get">
        <BrandForm key={brand.revision} brand={brand} />
      </Setting>
      <Setting title="Logo" affects="the head of every page that your clients open, and the plan as PDF">
        <Logo brand={brand} />
      </Setting>
    </Page>
  );
}

function BrandForm({ brand }: { brand: Brand }) {
  const client = useQueryClient();
  const [senderName, setSenderName] = useState(brand.senderName);
  const [accent, setAccent] = useState(brand.accent);
  const { submit, busy, problem, field } = useSubmit(async () => {
    await changeBrand(client, brand, { accent, senderName });
    sayDone("Saved.");
  });
  const { data } = useQuery(accentsQuery(accent ?? OURS));
  const accents = accent === brand.accent || data === undefined ? brand.accents : data;
  return (
    <Form onSend={() => submit()}>
      <Stack>
        <Refusal problem={problem} />
        <TextInput
          label="Name on mails to clients"
          description="Empty: the name of your workspace"
          value={senderName}
          error={field("senderName")}
          onChange={({ currentTarget }) => setSenderName(currentTarget.value)}
        />
        <Group align="end">
          <TextInput
            type="color"
            label="Accent"
            w={120}
            value={accent ?? OURS}
            error={field("accent")}
            onChange={({ currentTarget }) => setAccent(currentTarget.value)}
          />
          {accent === null ? null : (
            <Button variant="default" onClick={() => setAccent(null)}>
              Use Milepost's green
            </Button>
          )}
        </Group>
        <AccentPreview accent={accent} accents={accents} />
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function Logo({ brand }: { brand: Brand }) {
  const client = useQueryClient();
  const { slug, name } = useMe().workspace;
  const { submit, busy, problem, field } = useSubmit((file: File) => sendLogo(client, file));
  const away = useSubmit(() => removeLogo(client));
  return (
    <Stack>
      <Refusal problem={problem ?? away.problem} />
      {brand.logo ? (
        <img
          src={`/brand/${slug}/${brand.logo}`}
          alt={`Logo of ${name}`}
          style={{ maxHeight: 40, maxWidth: 160, alignSelf: "start" }}
        />
      ) : (
        <Text>No logo: the name {name} stands in its place.</Text>
      )}
      <TextInput
        type="file"
        label={brand.logo ? "Another logo" : "Your logo"}
        description="PNG, JPEG or WebP, at most 200 KB; it is shown 40 pixels high"
        accept="image/png,image/jpeg,image/webp"
        disabled={busy}
        error={field("file")}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void submit(file);
        }}
      />
      {brand.logo ? (
        <Group>
          <Button variant="default" loading={away.busy} onClick={() => void away.submit()}>
            Remove the logo
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
