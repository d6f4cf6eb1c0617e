import { Field, Fields, Form, type FormState, newPassword } from "./sign-in-field.page.tsx";
import { Frame } from "./sign-in-frame.page.tsx";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const FROM = "09:00";
const TO = "17:00";

const SETUP_CODE = {
  name: "code",
  label: "Set-up code",
  autoComplete: "off",
  hint: "Milepost printed it where it was started.",
};
const ACCOUNT = [
  { name: "name", label: "Your name", autoComplete: "name" },
  { name: "email", label: "Mail address", type: "email", autoComplete: "username" },
  newPassword(),
  { name: "workspaceName", label: "Name of your business", autoComplete: "organization" },
] as const;

interface SetupPageProps {
  state: FormState;
  zones: readonly string[];
  zone: string;
  codeNeeded: boolean;
}

export function SetupPage({ state, zones, zone, codeNeeded }: SetupPageProps) {
  return (
    <Frame title="Welcome to Milepost" script>
      <p className="dim">This makes your workspace and signs you in as its owner.</p>
      <Form state={state} action="/setup" submit="Start">
        <Fields state={state} of={codeNeeded ? [SETUP_CODE, ...ACCOUNT] : ACCOUNT} />
        <Zone
          zones={zones}
          chosen={state.values.timeZone ?? zone}
          typed={state.values.timeZone !== undefined}
        />
        <Week state={state} />
      </Form>
    </Frame>
  );
}

function Zone({ zones, chosen, typed }: { zones: readonly string[]; chosen: string; typed: boolean }) {
  return (
    <div className="field">
      <label htmlFor="timeZone">Time zone</label>
      <select id="timeZone" name="timeZone" defaultValue={chosen} data-guess={typed ? undefined : "true"}>
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
    </div>
  );
}

function Week({ state }: { state: FormState }) {
  const { values } = state;
  const posted = values.form !== undefined;
  const wrong = state.errors.workingWeek;
  const days = DAYS.map((_, n) => (posted ? values[`day${n}`] === "on" : n < 5));
  const usual =
    days.every((on, n) => on === n < 5) && (values.from ?? FROM) === FROM && (values.to ?? TO) === TO;
  return (
    <details open={!usual || wrong !== undefined}>
      <summary>{usual ? "Working week: Mon to Fri, 9 to 17" : "Working week"}</summary>
      <fieldset>
        <legend>Working days</legend>
        <div className="days">
          {DAYS.map((day, n) => (
            <label key={day} htmlFor={`day${n}`}>
              <input id={`day${n}`} type="checkbox" name={`day${n}`} defaultChecked={days[n]} />
              <br />
              {day}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="pair">
        <Field state={state} name="from" label="From" type="time" autoComplete="off" value={FROM} />
        <Field state={state} name="to" label="To" type="time" autoComplete="off" value={TO} />
      </div>
      {wrong ? <p className="wrong">{wrong}</p> : null}
    </details>
  );
}
