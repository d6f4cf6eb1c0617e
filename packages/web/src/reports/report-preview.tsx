import { Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { type Language, type ReportState, type ReportText, reportPreviewQuery } from "./reports.api.ts";
import classes from "./reports.module.css";

const NAMES: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

interface ReportPreviewProps {
  projectId: string;
  contacts: ReportState["contacts"];
}

/** Word by word what its readers get, in each of their languages. */
export function ReportPreview({ projectId, contacts }: ReportPreviewProps) {
  const spoken = [...new Set(contacts.map(({ language }) => language))].sort();
  const languages = spoken.length > 0 ? spoken : (["en"] satisfies Language[]);
  const [wanted, setWanted] = useState<Language | null>(null);
  const language = wanted ?? languages[0] ?? "en";
  const { data, error } = useQuery(reportPreviewQuery(projectId, language));
  return (
    <Stack gap="sm">
      {languages.length > 1 ? (
        <SegmentedControl
          aria-label="In which language"
          className={classes.languages ?? ""}
          value={language}
          onChange={(value) => setWanted(value === "de" ? "de" : "en")}
          data={languages.map((value) => ({ value, label: NAMES[value] }))}
        />
      ) : null}
      {error ? <Refusal problem={error} /> : null}
      {data?.text ? <Sheet text={data.text} language={language} /> : error ? null : <Waiting />}
    </Stack>
  );
}

function Sheet({ text, language }: { text: ReportText; language: Language }) {
  const { title, headline, state, standing, dated, age, road, sections } = text;
  return (
    <Paper component="article" withBorder p="lg" lang={language} aria-label={title}>
      <Title order={3}>{title}</Title>
      <Text fz="lg" fw={600} mt="xs">
        {headline}
      </Text>
      <Text>
        {state}: {standing}
      </Text>
      <Text size="sm" c="dimmed">
        {dated}
      </Text>
      {age ? <Text size="sm">{age}</Text> : null}
      <Road road={road} />
      {sections.map(({ heading, lines }) => (
        <section key={heading}>
          <Title order={4} mt="md" mb={4}>
            {heading}
          </Title>
          {lines.length === 1 ? (
            <Text>{lines[0]}</Text>
          ) : (
            <ul className={classes.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Paper>
  );
}

function Road({ road: { heading, head, rows, more } }: Pick<ReportText, "road">) {
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={4} mt="md" mb={4}>
        {heading}
      </Title>
      <ol className={classes.road}>
        {rows.map(({ id, name, state, isReached, date, baseline, expected }) => (
          <li key={id}>
            <Text fw={500}>{name}</Text>
            <Text size="sm" c="dimmed">
              {[
                isReached ? date : `${state} · ${date}`,
                baseline && head.baseline ? `${head.baseline}: ${baseline}` : "",
                expected && head.expected ? `${head.expected}: ${expected}` : "",
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            </Text>
          </li>
        ))}
      </ol>
      {more ? (
        <Text size="sm" c="dimmed">
          {more}
        </Text>
      ) : null}
    </section>
  );
}
