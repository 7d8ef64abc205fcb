// Who comes to a portal by check.mjs: a browser that knows cookies, redirections and forms, and a house that keeps what it
// is sent. Stories have a real browser and the real house.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { text as body } from "node:stream/consumers";

/** Keeps what comes, and answers with a word, or with the page it was given for that path. */
export class House {
  came = [];
  pages = {};

  async open() {
    this.server = createServer(async (request, response) => {
      const { pathname: path, searchParams } = new URL(request.url, this.url);
      const form = Object.fromEntries(new URLSearchParams(await body(request)));
      this.came.push({ path, query: Object.fromEntries(searchParams), form });
      response.end(this.pages[path] ?? "the house");
    });
    await new Promise((ready) => this.server.listen(0, "127.0.0.1", ready));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
  }

  /** The last that came to this path. */
  last(path) {
    return this.came.findLast((one) => one.path === path) ?? assert.fail(`nothing came to ${path}`);
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** As in any browser, a cookie is its host's, whatever the port. */
export class Browser {
  cookies = { localhost: new Map(), "127.0.0.1": new Map() };

  async go(url, fields) {
    for (let hops = 0; hops < 10; hops++) {
      const cookies = this.cookies[new URL(url).hostname];
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const how = fields ? { method: "POST", body: new URLSearchParams(fields) } : {};
      const answer = await fetch(url, { ...how, redirect: "manual", headers: cookie ? { cookie } : {} });
      for (const set of answer.headers.getSetCookie()) {
        const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
        if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(set)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const to = answer.headers.get("location");
      if (!to) {
        this.url = url;
        this.html = await answer.text();
        return;
      }
      url = new URL(to, url).href;
      fields = undefined;
    }
    throw new Error(`too many redirections at ${url}`);
  }

  /** Sends the page's form of this number with these fields filled. */
  async send(fields = {}, number = 0) {
    const forms = [...this.html.matchAll(/<form([^>]*)>[^]*?<\/form>/g)];
    const [form, attributes] = forms[number] ?? assert.fail(this.html);
    const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => {
      const part = (name) => plain(input.match(` ${name}="([^"]*)"`)?.[1] ?? "");
      return [part("name"), part("value")];
    });
    const action = plain(attributes.match(/action="([^"]*)"/)?.[1] ?? this.url);
    await this.go(new URL(action, this.url).href, { ...Object.fromEntries(hidden), ...fields });
  }

  /** What a hidden field of the page says. */
  field(name) {
    return plain(this.html.match(`name="${name}" value="([^"]*)"`)?.[1] ?? assert.fail(this.html));
  }
}

const signs = { lt: "<", gt: ">", quot: '"', "#x27": "'", amp: "&" };
const plain = (html) => html.replace(/&(lt|gt|quot|#x27|amp);/g, (_, name) => signs[name]);
