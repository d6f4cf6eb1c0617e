import { Body, Button, Container, Head, Heading, Hr, Html, Img, Link, Preview, Text } from "react-email";
import { type Accents, accentsOf } from "../kit/brand.ts";
import { type Envelope, lastWords } from "./envelope.ts";
import type { Letter } from "./letter-kind.ts";

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/**
 * By night the ground is dark and the accent light; the last rules are Outlook's way of saying the same. The library lays
 * the ground once more under everything, in a table cell.
 */
function darkRules({ dark, onDark }: Accents): string {
  return `@media (prefers-color-scheme: dark) {
  body, .paper, .paper td { background-color: #14171C !important; }
  h1, h2, p, a { color: #E8EAED !important; }
  .dim, .dim a { color: #A9AFB7 !important; }
  .button { background-color: ${dark} !important; color: ${onDark} !important; }
}
[data-ogsb] .paper, [data-ogsb] .paper td { background-color: #14171C !important; }
[data-ogsc] h1, [data-ogsc] h2, [data-ogsc] p { color: #E8EAED !important; }
[data-ogsb] .button { background-color: ${dark} !important; }
[data-ogsc] .button { color: ${onDark} !important; }`;
}

interface LetterMailProps {
  letter: Letter;
  envelope: Envelope;
}

/** How every mail looks: system fonts, one button, light and dark. */
export function LetterMail({ letter, envelope }: LetterMailProps) {
  const { preview, heading, paragraphs, facts = [], action } = letter;
  const { house, language, own } = envelope;
  const accents = house?.accents ?? accentsOf(null);
  return (
    <Html lang={language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkRules(accents)}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="paper"
        lang={language}
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
          <Sections letter={letter} />
          <Picture letter={letter} envelope={envelope} />
          {facts.map(({ name, value }) => (
            <Text key={name} style={{ ...text, margin: "0 0 4px" }}>
              <strong>{name}:</strong> {value}
            </Text>
          ))}
          {own?.code ? (
            <Text style={{ ...text, fontSize: "28px", letterSpacing: "4px" }}>{own.code}</Text>
          ) : null}
          {action && own?.address ? (
            <Button
              className="button"
              href={own.address}
              style={{ ...button, backgroundColor: accents.light, color: accents.onLight }}
            >
              {action}
            </Button>
          ) : null}
          <Hr style={{ borderColor: "#8A8F98", margin: "32px 0 12px" }} />
          <LastWords letter={letter} envelope={envelope} />
        </Container>
      </Body>
    </Html>
  );
}

function Sections({ letter: { sections = [] } }: Pick<LetterMailProps, "letter">) {
  return sections.map(({ heading, lines }) => (
    <div key={heading}>
      <Heading as="h2" style={{ ...text, fontSize: "17px", margin: "24px 0 8px" }}>
        {heading}
      </Heading>
      {lines.map((line) => (
        <Text key={line} style={{ ...text, margin: "0 0 8px" }}>
          {line}
        </Text>
      ))}
    </div>
  ));
}

/** The picture itself, or where it is to be seen. */
function Picture({ letter: { picture }, envelope: { picture: name, own } }: LetterMailProps) {
  if (!picture) return null;
  if (name) return <Img src={`cid:${name}`} alt={picture.alt} style={whole} />;
  return own?.address ? (
    <Text style={text}>
      <Link href={own.address} style={{ color: "#1C2024", textDecoration: "underline" }}>
        {picture.onThePage}
      </Link>
    </Text>
  ) : null;
}

function LastWords({ letter, envelope }: LetterMailProps) {
  const { footer, answer, leave } = lastWords(letter, envelope);
  return (
    <>
      {answer ? (
        <Text className="dim" style={small}>
          {answer}
        </Text>
      ) : null}
      <Text className="dim" style={small}>
        {footer}
      </Text>
      {leave ? (
        <Text className="dim" style={small}>
          <Link href={leave.address} style={{ color: "#565B63", textDecoration: "underline" }}>
            {leave.words}
          </Link>
        </Text>
      ) : null}
    </>
  );
}

const text = {
  fontSize: "15px",
  lineHeight: "1.45",
  color: "#1C2024",
  margin: "0 0 16px",
  overflowWrap: "anywhere" as const,
};
const whole = { ...text, display: "block", maxWidth: "100%", height: "auto", borderRadius: "6px" };
const small = { ...text, fontSize: "13px", color: "#565B63", margin: "0 0 8px" };
const button = {
  borderRadius: "6px",
  margin: "8px 0 0",
  padding: "14px 20px",
  fontSize: "15px",
  fontWeight: 600,
};
