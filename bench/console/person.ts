/** One answer: which kind of page, how long it took in milliseconds, and how it ended. */
export interface Visit {
  readonly page: string;
  readonly ms: number;
  readonly status: number;
}

/** Somebody with a browser, logged in. */
export class Person {
  readonly visits: Visit[] = [];
  readonly #origin: string;
  #cookie = '';
  #csrf = '';

  private constructor(origin: string) {
    this.#origin = origin;
  }

  /** Logs in with a one-time password and changes it, as everybody does on the first day. */
  static async logIn(origin: string, login: string, password: string): Promise<Person> {
    const person = new Person(origin);
    const own = `own ${password} own`;
    await person.#send('/login', { login, password });
    await person.#learn('/password');
    await person.#send('/password', { old: password, fresh: own, again: own });
    await person.#learn('/password');
    person.visits.length = 0;
    return person;
  }

  /** Opens a page; gives its text. */
  async open(page: string, path: string): Promise<string> {
    return (await this.#timed(page, path, { headers: { cookie: this.#cookie } })).text;
  }

  /** Sends a form; gives where it leads and what came. */
  post(page: string, path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
    return this.#timed(page, path, this.#form(fields));
  }

  async #timed(page: string, path: string, init: RequestInit) {
    const began = performance.now();
    const answer = await fetch(`${this.#origin}${path}`, { ...init, redirect: 'manual' });
    const text = await answer.text();
    this.visits.push({ page, ms: performance.now() - began, status: answer.status });
    return { text, location: answer.headers.get('location') };
  }

  async #send(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${this.#origin}${path}`, { ...this.#form(fields), redirect: 'manual' });
    await answer.text();
    const set = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (set !== undefined) this.#cookie = set;
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
  }

  async #learn(path: string): Promise<void> {
    const text = await this.open('password', path);
    const [, csrf] = /name="_csrf" value="([^"]+)"/.exec(text) ?? [];
    if (csrf === undefined) throw new Error(`${path} carries no token`);
    this.#csrf = csrf;
  }

  #form(fields: Readonly<Record<string, string | readonly string[]>>): RequestInit {
    const body = new URLSearchParams({ _csrf: this.#csrf });
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) body.append(name, String(one));
    return { method: 'POST', body, headers: { cookie: this.#cookie, origin: this.#origin } };
  }
}
