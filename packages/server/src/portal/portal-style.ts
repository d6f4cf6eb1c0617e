import type { Accents } from "../kit/brand.ts";

/** The whole look of client pages: system fonts, the tokens of the team app, no second request. */
export function portalStyle({ light, onLight, dark, onDark }: Accents): string {
  return `:root{--paper:#FAF8F4;--panel:#F1EEE7;--ink:#1C2024;--dim:#565B63;--line:#8A8F98;--brand:${light};--on-brand:${onLight};--bad:#9A1238;--on-track:#0F6C94;--at-risk:#8A6308;--off-track:#9A1238;--reached:#2B2880;--quiet:#63676C}
@media (prefers-color-scheme:dark){:root{--paper:#14171C;--panel:#1B1F26;--ink:#E8EAED;--dim:#A9AFB7;--line:#8A8F98;--brand:${dark};--on-brand:${onDark};--bad:#F0707C;--on-track:#4CB8F0;--at-risk:#FFCB3D;--off-track:#F0707C;--reached:#D6E0F5;--quiet:#9AA1AB}}
${RULES}`;
}

const RULES = `*{box-sizing:border-box}
html{scroll-padding-bottom:96px}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px;z-index:2}
header.top,main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
header.top{padding-top:16px}
.house{display:flex;align-items:center;gap:12px;color:var(--dim);font-size:15px}
.house img{max-height:40px;max-width:160px}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 16px;margin:8px 0 0;padding:0;border-bottom:1px solid var(--line)}
nav a{display:inline-block;padding:11px 0;min-height:44px;font-size:15px;color:var(--ink);text-decoration:none}
nav a[aria-current]{color:var(--brand);font-weight:600;box-shadow:inset 0 -3px var(--brand)}
main{padding-top:20px;padding-bottom:48px}
h1{font-size:24px;line-height:1.25;margin:0 0 12px;overflow-wrap:anywhere}
h2{font-size:21px;line-height:1.3;margin:32px 0 8px}
h3{font-size:17px;margin:16px 0 4px}
p,ul,ol,dl,table{margin:0 0 16px;overflow-wrap:anywhere}
p,li,dd{max-width:68ch}
a{color:var(--brand)}
.dim,.hint{color:var(--dim)}.hint,small{font-size:15px}
.panel{background:var(--panel);border-radius:6px;padding:16px;margin:0 0 16px}
.panel>:first-child{margin-top:0}.panel>:last-child{margin-bottom:0}
.alert,.notice{border-left:4px solid var(--bad);background:var(--panel);padding:12px;border-radius:6px;margin:0 0 16px}
.notice{border-color:var(--brand)}
.rows{list-style:none;padding:0}.rows>li{padding:12px 0;border-top:1px solid color-mix(in srgb,var(--line) 40%,transparent)}
.row-link{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;align-items:center;min-height:44px}
dl.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:8px 16px}dl.facts dt{color:var(--dim)}dl.facts dd{margin:0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:8px 12px 8px 0;border-top:1px solid color-mix(in srgb,var(--line) 40%,transparent)}th{font-weight:600}
.wide{overflow-x:auto}
form{margin:0 0 16px}.field{margin:0 0 16px}
label,legend{display:block;font-weight:600;margin-bottom:4px;padding:0}
fieldset{border:0;margin:0 0 16px;padding:0}
input,select,textarea,button,.button{font:inherit;color:inherit;min-height:48px;border-radius:6px}
input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=image]),select,textarea{width:100%;padding:10px 12px;background:var(--paper);border:1px solid var(--line)}
textarea{min-height:96px}
input[type=checkbox],input[type=radio]{width:24px;height:24px;min-height:24px;margin:0;accent-color:var(--brand);flex:none}
input[type=file]{max-width:100%}input[type=file]::file-selector-button{font:inherit;min-height:44px;padding:8px 16px;margin:0 12px 0 0;border:1px solid var(--line);border-radius:6px;background:var(--panel);color:var(--ink);cursor:pointer}
.choice{display:flex;gap:12px;align-items:flex-start;font-weight:400;padding:10px 0;min-height:48px}
[aria-invalid=true]{border-color:var(--bad);border-width:2px}
.wrong{color:var(--bad);font-size:15px;margin:4px 0 0}
button,.button{display:inline-block;width:100%;padding:12px 16px;font-weight:600;text-align:center;text-decoration:none;border:1px solid var(--brand);background:var(--brand);color:var(--on-brand);cursor:pointer}
.plain{background:transparent;color:var(--ink);border-color:var(--line)}
.text-button{width:auto;min-height:44px;padding:10px 0;text-align:left;background:none;border:0;color:var(--brand);font-weight:400;text-decoration:underline}
.stack{display:flex;flex-wrap:wrap;gap:12px;margin:0 0 12px}
p.ask{font-size:21px}.lines{white-space:pre-wrap}.checks{list-style:none;padding:0}.checks li{padding:4px 0}.effect{display:block}.fact{display:contents}
.fingerprint{font-size:15px;overflow-wrap:anywhere}
.narrow{display:grid;grid-template-columns:1fr 1fr;gap:8px 12px;align-items:end}.narrow label{margin:0}.narrow select{font-weight:400}small+.said{margin-top:8px}.narrow button{grid-column:1/-1}.said>.dim{display:block}
.picture img{width:100%;aspect-ratio:4/3;object-fit:contain;background:var(--panel)}
.decide{display:grid;gap:8px;margin:0}.as{font-size:15px;color:var(--dim)}
.pinned{position:relative;display:inline-block;max-width:100%;margin:0 0 12px;vertical-align:top}.pinned input,.pinned img{display:block;min-height:0;padding:0;border:0;background:var(--panel)}.pinned .w328,.pinned .w600{display:none}
@media (min-width:360px){.pinned .w272{display:none}.pinned .w328{display:block}}@media (min-width:720px){.pinned .w328{display:none}.pinned .w600{display:block}}
.dot{position:absolute;width:28px;height:28px;margin:-14px 0 0 -14px;border-radius:50%;background:var(--brand);color:var(--on-brand);box-shadow:0 0 0 2px var(--paper);font-size:15px;line-height:28px;text-align:center;font-weight:600;pointer-events:none}
.first{position:absolute;left:-999px;width:1px;min-width:0}
.bar{position:sticky;bottom:0;background:var(--paper);padding:12px 0;border-top:1px solid color-mix(in srgb,var(--line) 40%,transparent)}
summary{cursor:pointer;padding:10px 0;min-height:44px;font-weight:600}
figure{margin:0 0 16px}figure img{max-width:100%;height:auto;border-radius:6px;border:1px solid color-mix(in srgb,var(--line) 40%,transparent)}
.said{border-left:3px solid var(--line);padding-left:12px;margin:0 0 16px}.said p{white-space:pre-wrap;margin:0}.said figure{margin-top:8px}
.state{display:inline-flex;gap:6px;align-items:center;font-weight:600}.state svg{width:18px;height:18px;flex:none}
.on_track{color:var(--on-track)}.at_risk{color:var(--at-risk)}.off_track{color:var(--off-track)}.reached{color:var(--reached)}.paused,.not_enough_data,.waiting_for_client{color:var(--quiet)}
.said.mine{border-color:var(--brand)}.words p{white-space:pre-wrap;margin:0 0 8px}.words ul,.rows ul:not(.rows){margin:0 0 8px;list-style:disc}
.ask h3{margin-top:0}small.dim{display:block}.day{color:var(--dim);white-space:nowrap}.row-link+.state,.row-link+small{margin-top:-4px}
.road{list-style:none;padding:0;margin:0 0 8px}
.road>li{position:relative;padding:0 0 20px 44px;min-height:48px;display:flex;flex-direction:column;align-items:flex-start}
.road>li::before,.road>.walking::after{content:"";position:absolute;left:12px;top:13px;bottom:-13px;border-left:3px dotted var(--line)}
.road>.walked::before,.road>.walking::after{border-left:3px solid var(--ink)}.road>.walking::before{border-left-style:dotted}
.road>li:last-child::before,.road>.end::before{display:none}
.road svg{position:absolute;left:0;top:0;z-index:1}
.road a{min-height:44px;margin-top:-8px;padding:8px 0 0;color:var(--ink);font-weight:600;overflow-wrap:anywhere}.road small{color:var(--dim);margin-top:-12px}
.road>.today{min-height:0;padding-bottom:14px}.road>.today span{font-size:15px;font-weight:600;color:var(--brand)}
.road>.today::after{content:"";position:absolute;left:4px;top:11px;width:19px;border-top:3px solid var(--brand)}
.road>.walking::after{transform-origin:top left;animation:walk .6s ease-out both}.just .tick{animation:come .24s .6s ease-out both}
@keyframes walk{from{transform:scale(1,0)}}@keyframes come{from{opacity:0}}@keyframes across{from{transform:scale(0,1)}}
@media (prefers-reduced-motion:reduce){.road>.walking::after{animation:come .24s both}}
@media (min-width:700px){.abreast{display:flex}.abreast>li{flex:1 1 0;min-width:0;padding:36px 10px 0 0}.abreast>.today{flex:0 0 76px}
.abreast>li::before,.abreast>.walking::after{left:13px;right:-13px;top:12px;bottom:auto;border-left:0!important;border-top:3px dotted var(--line)}
.abreast>.walked::before,.abreast>.walking::after{border-top:3px solid var(--ink)}.abreast>.walking::before{border-top-style:dotted}
.abreast>.walking::after{animation-name:across}
.abreast>.today::after{left:12px;top:3px;width:0;height:21px;border-top:0;border-left:3px solid var(--brand)}
.abreast a{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden;font-size:15px}.abreast small{margin-top:0}}
td .state{font-weight:400;overflow-wrap:normal}h2.small{font-size:17px;margin:4px 0}.ticks{list-style:none;padding:0}.ticks li{padding-left:28px;position:relative}.ticks .tick{position:absolute;left:0}.paging{display:flex;gap:16px;align-items:center}.paging a{border:0}
footer{padding-top:16px;padding-bottom:32px;color:var(--dim);font-size:15px;border-top:1px solid color-mix(in srgb,var(--line) 40%,transparent)}
footer form{display:flex;flex-wrap:wrap;gap:0 24px}
@media (max-width:420px){nav ul{gap:0 10px}nav a{font-size:14px;letter-spacing:-.01em}}
.preview{max-width:none;margin:0;background:var(--ink);color:var(--paper);padding:8px 16px;text-align:center;font-size:15px}.preview a{color:inherit}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
[hidden]{display:none}section{margin:0}
@media (min-width:640px){.narrow{grid-template-columns:1fr 1fr auto}.narrow button{grid-column:auto;min-width:0}h1{font-size:28px}button,.button{width:auto;min-width:12rem}.text-button{min-width:0}}
.track{position:static!important;width:100%;max-width:300px;height:auto;margin-top:2px;fill:var(--paper);stroke:var(--ink)}.track .quiet{stroke:var(--line);stroke-width:.6}.track rect{fill:var(--line);fill-opacity:.5;stroke:none}.track .full{fill:var(--ink);stroke:none}.report .road strong{overflow-wrap:anywhere}.report .road small{margin:0}
.sheet td,.sheet th{overflow-wrap:normal;font-size:15px}
@media screen and (max-width:639px){.sheet thead{position:absolute;left:-999px}.sheet tr,.sheet th,.sheet td{display:block}.sheet td{border:0;padding:0 0 2px}.sheet td:empty{display:none}.sheet td::before{content:attr(data-head) ": ";color:var(--dim)}}
@media print{nav,.screen,form,.road:has(+table),footer form,.bar,button,.button,.preview{display:none}body{background:#fff;color:#000;font-size:11pt}@page{margin:14mm}.report{font-size:9pt}.report h1{font-size:15pt}.report h2{font-size:11pt;margin:8pt 0 2pt}.report .ask{font-size:11pt;margin:0}.report p,.report ul{margin:0 0 4pt}.report p,.report li{max-width:none}.report small,.report .hint{font-size:8pt}.report .road>li{display:grid;grid-template-columns:2fr 3fr 1.6fr;gap:0 8pt;align-items:center;padding:0 0 5pt 22pt;min-height:0}.report .road>li::before{left:6pt;top:9pt;bottom:-4pt}.report .road svg:not(.track){width:15px;height:15px}.sheet{break-before:page}}
`;
