export const PAGE_STYLE = `
:root{--paper:#FAF8F4;--panel:#F1EEE7;--ink:#1C2024;--dim:#565B63;--line:#8A8F98;--brand:#1F5F4A;--on-brand:#FFF;--bad:#9A1238}
@media (prefers-color-scheme:dark){:root{--paper:#14171C;--panel:#1B1F26;--ink:#E8EAED;--dim:#A9AFB7;--line:#8A8F98;--brand:#7CC7A9;--on-brand:#14171C;--bad:#F0707C}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:26rem;margin:0 auto;padding:2rem 1rem 4rem}
.mark{display:flex;align-items:center;gap:8px;margin:0 0 2rem;font-weight:700}
.slab{fill:var(--brand)}.diamond{fill:var(--paper)}
h1{font-size:28px;line-height:1.25;margin:0 0 1rem;overflow-wrap:anywhere}
p{margin:0 0 1rem;overflow-wrap:anywhere}
.dim,.hint{color:var(--dim)}.hint{font-size:15px;margin:4px 0 0}
form{margin:0}
.field{margin:0 0 1rem;position:relative}
label,legend{display:block;font-weight:600;margin-bottom:4px;padding:0}
input,select,button,.button{font:inherit;color:inherit;min-height:44px;border-radius:6px}
input:not([type=checkbox]),select{width:100%;padding:8px 12px;background:var(--paper);border:1px solid var(--line)}
input[aria-invalid=true]{border-color:var(--bad);border-width:2px}
input[type=checkbox]{width:24px;height:24px;min-height:24px;margin:0;accent-color:var(--brand)}
fieldset{border:0;margin:0 0 1rem;padding:0}
.days{display:grid;grid-template-columns:repeat(7,1fr);gap:4px;text-align:center;font-size:15px}
.days label{font-weight:400;padding:4px 0;min-height:44px}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
.wrong{color:var(--bad);font-size:15px;margin:4px 0 0}
.alert,.notice{border-left:4px solid var(--bad);background:var(--panel);padding:12px;border-radius:6px}
.notice{border-color:var(--brand)}
button{width:100%;padding:10px 16px;font-weight:600;border:1px solid var(--brand);background:var(--brand);color:var(--on-brand);cursor:pointer}
.shows{position:absolute;top:-10px;right:0;width:auto;padding:10px 0 10px 16px;background:none;border:0;color:var(--brand);font-weight:400;font-size:15px;text-decoration:underline}
.ways{display:flex;flex-wrap:wrap;gap:0 24px}
code{font-size:15px}
button.plain{background:transparent;color:var(--ink);border-color:var(--line);margin-top:12px}
a{color:var(--brand);display:inline-block;padding:10px 0}
details{margin:0 0 1rem}summary{cursor:pointer;padding:10px 0;min-height:44px}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
[hidden]{display:none}
`;
