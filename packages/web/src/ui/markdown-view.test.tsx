import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { MarkdownView } from "./markdown-view.tsx";

const html = (text: string) => {
  const { container, unmount } = render(<MarkdownView text={text} />);
  const inner = container.firstElementChild?.innerHTML.replaceAll(/<\/?span>/g, "");
  unmount();
  return inner;
};

describe("markdown", () => {
  it.each([
    ["**Bold** and *soft*", "<p><strong>Bold</strong> and <em>soft</em></p>"],
    ["- one\n- two", "<ul><li>one</li><li>two</li></ul>"],
    ["3. three", '<ol start="3"><li>three</li></ol>'],
    ["a\nb", "<p>a<br>b</p>"],
    ["`x < 1`", "<p><code>x &lt; 1</code></p>"],
    ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    ["[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"],
    ["<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"],
    [
      "![map](https://example.test/a.png)",
      '<p><a href="https://example.test/a.png" target="_blank" rel="noopener noreferrer nofollow">map</a></p>',
    ],
    [
      "![map](/api/v1/files/a/versions/1/preview)",
      '<p><img alt="map" loading="lazy" src="/api/v1/files/a/versions/1/preview"></p>',
    ],
  ])("%s", (text, expected) => expect(html(text)).toBe(expected));
});
