import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "react-email";
import type { Letter } from "./letter-kind.ts";
import type { Private } from "./letters.ts";

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const DARK = `@media (prefers-color-scheme: dark) {
  body, .paper { background-color: #14171C !important; }
  h1, p { color: #E8EAED !important; }
  .dim { color: #A9AFB7 !important; }
}`;

interface LetterMailProps {
  letter: Letter;
  language: string;
  own: Private;
}

/** How every mail looks: system fonts, one button, light and dark. */
export function LetterMail({ letter, language, own }: LetterMailProps) {
  const { house, preview, heading, paragraphs, facts = [], action, footer } = letter;
  const { address, code } = own;
  return (
    <Html lang={language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="paper"
        style={{ backgroundColor: "#FAF8F4", margin: 0, padding: "24px 12px", fontFamily: FONT }}
      >
        <Container style={{ maxWidth: "560px" }}>
          <Text className="dim" style={{ ...text, color: "#565B63", fontWeight: 600 }}>
            {house?.name ?? "milepost"}
          </Text>
          <Heading
            as="h1"
            style={{ fontSize: "21px", lineHeight: "1.35", color: "#1C2024", margin: "16px 0" }}
          >
            {heading}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={text}>
              {paragraph}
            </Text>
          ))}
          {facts.map(({ name, value }) => (
            <Text key={name} style={{ ...text, margin: "0 0 4px" }}>
              <strong>{name}:</strong> {value}
            </Text>
          ))}
          {code ? <Text style={{ ...text, fontSize: "28px", letterSpacing: "4px" }}>{code}</Text> : null}
          {action && address ? (
            <Button
              href={address}
              style={{ ...button, backgroundColor: house?.accent ?? button.backgroundColor }}
            >
              {action}
            </Button>
          ) : null}
          <Hr style={{ borderColor: "#8A8F98", margin: "32px 0 12px" }} />
          <Text className="dim" style={{ ...text, fontSize: "13px", color: "#565B63" }}>
            {footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const text = { fontSize: "15px", lineHeight: "1.45", color: "#1C2024", margin: "0 0 16px" };
const button = {
  backgroundColor: "#1F5F4A",
  color: "#FFFFFF",
  borderRadius: "6px",
  padding: "14px 20px",
  fontSize: "15px",
  fontWeight: 600,
};
