"""The main path of a day, in a real browser: python main_path.py BINARY [SCREENSHOTS]

Writes a small demo firm, imports and serves it, and does a day's work by mouse and keyboard.
Every fault found is printed; the exit code is 1 when there is one. It needs Playwright and
Debian's Chromium; with axe-playwright-python it also checks accessibility.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from playwright.sync_api import sync_playwright

from rush_call import rush_call

try:
    from axe_playwright_python.sync_playwright import Axe
except ImportError:
    Axe = None

TODAY = "2026-11-20"
CHROMIUM = "/usr/bin/chromium"


def digits(text):
    """`48 210,35 €`, `€48,210.35` and `48210.35` as the same text of cents."""
    return re.sub(r"[^0-9]", "", text)


class Day:
    size = ("--customers", "15", "--invoices", "150", "--seed", "3")

    def __init__(self, binary, pictures):
        self.binary = binary
        self.pictures = pictures
        self.folder = tempfile.mkdtemp(prefix="encaisse-browser-")
        self.book = os.path.join(self.folder, "demo.encaisse")
        self.environment = {**os.environ, "ENCAISSE_TODAY": TODAY}
        self.faults = []
        self.server = None

    def check(self, holds, words):
        if not holds:
            self.faults.append(words)
            print("FAULT", words, flush=True)
        return holds

    # The program

    def run(self, *arguments):
        done = subprocess.run(
            [self.binary, *arguments], env=self.environment, capture_output=True, text=True,
            timeout=120, check=True)
        return done.stdout

    def start(self):
        demo = os.path.join(self.folder, "demo")
        self.run("demo", *self.size, "--out", demo)
        self.run("import", "--book", self.book, os.path.join(demo, "fichiers"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.origin = f"http://127.0.0.1:{port}"
        self.server = subprocess.Popen(
            [self.binary, "serve", "--book", self.book, "--port", str(port)],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                urllib.request.urlopen(self.origin + "/sante", timeout=2).read()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not answer within 30 seconds")

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def today(self):
        return json.loads(self.run("today", "--book", self.book, "--json"))

    # The browser

    def context(self, browser, **settings):
        context = browser.new_context(**settings)
        context.set_default_timeout(15_000)
        context.on("page", self.listen)
        return context

    def listen(self, page):
        def asked(request):
            if not request.url.startswith((self.origin + "/", "data:", "blob:")):
                self.check(False, f"a request to another origin: {request.url}")

        def answered(response):
            if response.status >= 400:
                self.check(False, f"{response.status} for {response.url}")

        page.on("request", asked)
        page.on("response", answered)
        page.on("pageerror", lambda error: self.check(False, f"script error: {error}"))
        page.on("console", lambda line: line.type in ("error", "warning") and self.check(
            False, f"console on {page.url}: {line.text}"))

    def picture(self, page, name, whole=True):
        if self.pictures:
            page.screenshot(path=os.path.join(self.pictures, name + ".png"), full_page=whole)

    # The steps of the day

    def first_customer_by_keyboard(self, page):
        contact = self.today()["contacts"][0]
        page.goto(self.origin + "/")
        page.keyboard.press("Tab")
        focus = page.evaluate("document.activeElement.getAttribute('href')")
        self.check(focus == "#contenu", f"the first Tab reaches {focus}, not the skip link")
        summed = page.locator("li.task").first.locator(".sum").inner_text().split("\n")[0]
        self.check(
            digits(summed) == digits(contact["claimable"]),
            f"the list says {summed}, the terminal {contact['claimable']}")
        page.keyboard.press("j")
        name = page.evaluate("document.activeElement.textContent")
        self.check(name == contact["name"], f"j reaches {name}, not {contact['name']}")
        page.keyboard.press("j")
        page.keyboard.press("k")
        page.keyboard.press("Enter")
        page.wait_for_url("**/clients/*")
        self.check(
            page.locator("h1").inner_text() == contact["name"], "Enter opens another customer")
        main = page.locator(".figures .main dd").first.inner_text()
        self.check(
            digits(main) == digits(contact["claimable"]),
            f"the file says {main}, the terminal {contact['claimable']}")
        return contact

    def derivation(self, page, contact):
        summary = page.locator("details.lines summary").first
        summary.focus()
        page.keyboard.press("Enter")
        table = page.locator("details.lines table").first
        table.wait_for()
        total = table.locator("tfoot td").last.inner_text()
        self.check(
            digits(total) == digits(contact["claimable"]),
            f"the derivation sums to {total}, not {contact['claimable']}")
        rows = table.locator("tbody tr td.n:last-child").all_inner_texts()
        cents = sum((-1 if "-" in row or "−" in row else 1) * int(digits(row)) for row in rows)
        self.check(str(cents) == digits(total), f"its lines sum to {cents}, not {total}")
        self.check("L441-10" in table.inner_text(), "the derivation names no article")
        self.picture(page, "customer")

    def letter(self, page, contact):
        page.goto(self.origin + "/")
        page.keyboard.press("j")
        page.keyboard.press("v")
        page.wait_for_url("**/courriers/*")
        paper = page.locator(".paper").first.inner_text()
        self.check(contact["name"] in paper, "the letter does not name the customer")
        self.check(
            digits(contact["claiming"]) in digits(paper),
            f"the letter does not say {contact['claiming']}")
        self.check(len(page.locator("pre.mail").first.inner_text()) > 200, "the e-mail is empty")
        address = page.locator("a[href*='/pdf']").first.get_attribute("href")
        answer = page.request.get(self.origin + address)
        self.check(
            answer.headers.get("content-type", "").startswith("application/pdf"),
            f"the PDF is {answer.headers.get('content-type')}")
        self.check(answer.body().startswith(b"%PDF-"), "the PDF is not one")
        self.picture(page, "letter")

    def upload(self, page):
        path = os.path.join(self.folder, "nouvelles.csv")
        head = "N° facture;Date facture;Client;SIREN;Montant HT;TVA;Montant TTC;Échéance\n"
        good = "N-1;02/11/2026;Atelier Nouveau;732829320;100,00;20,00;120,00;02/12/2026\n"
        bad = "N-2;31/11/2026;Atelier Nouveau;732829320;100,00;20,00;120,00;02/12/2026\n"
        with open(path, "w", encoding="utf-8") as file:
            file.write(head + good + bad)
        page.goto(self.origin + "/")
        page.keyboard.press("g")
        page.keyboard.press("i")
        page.wait_for_url("**/import")
        page.set_input_files("#files", path)
        page.locator("form[data-upload] button[type=submit]").click()
        page.wait_for_url("**/import/suivi/*")
        page.locator("a[href$='/rejets']").first.wait_for()
        result = page.locator("main").inner_text()
        self.check("nouvelles.csv" in result, "the report does not name the file")
        self.check("Import terminé" in result, "the report does not say that it is done")
        with page.expect_download() as download:
            page.locator("a[href$='/rejets']").first.click()
        with open(download.value.path(), encoding="utf-8-sig") as file:
            rejected = file.read()
        self.check(
            "31/11/2026" in rejected and "N-2" in rejected and "N-1" not in rejected,
            f"the rejections are {rejected}")
        self.picture(page, "import")

    def reconcile(self, page):
        page.goto(self.origin + "/rapprochement")
        before = page.locator("li.task").count()
        row = page.locator("li.task", has=page.locator("[data-press=a]")).first
        line = row.locator("[data-main]").get_attribute("href")
        self.picture(page, "reconciliation")
        row.locator("[data-main]").focus()
        page.keyboard.press("a")
        page.locator("li[data-done]").wait_for()
        self.check(page.locator("li[data-row]").count() == before - 1, "no line has left the list")
        self.check(page.locator(f"a[href='{line}'][data-main]").count() == 0, "the line stays")

    def contact_done(self, page):
        page.goto(self.origin + "/")
        before = page.locator("li.task").count()
        name = page.locator("li.task h2").first.inner_text()
        page.keyboard.press("j")
        page.keyboard.press("f")
        form = page.locator("details.act[open] form")
        form.wait_for()
        form.locator("input[name=note]").fill("Appelé, paiement annoncé")
        page.keyboard.press("Enter")
        page.locator(".banner.good").wait_for()
        self.check(page.locator("li.task").count() == before - 1, "the list is as long as before")
        names = page.locator("li.task h2").all_inner_texts()
        self.check(name not in names, f"{name} stays on the list")
        told = [contact["name"] for contact in self.today()["contacts"]]
        self.check(told == names, f"the terminal lists {told}, the page {names}")

    def aged(self, page):
        page.goto(self.origin + "/balance-agee")
        page.fill("#au", "2026-06-30")
        page.locator("form.asof button").click()
        page.wait_for_url("**au=2026-06-30*")
        answer = self.run("aged", "--book", self.book, "--on", "2026-06-30", "--json")
        totals = next(aged for aged in json.loads(answer) if aged["currency"] == "EUR")["totals"]
        total = page.locator("table:has(tfoot) tfoot td").last.inner_text()
        self.check(
            digits(total) == digits(totals["total"]),
            f"the aged balance says {total}, the terminal {totals['total']}")
        self.check(page.locator(".banner.warn").count() == 1, "the past day is not announced")

    # Every page, in both languages, both lights and both widths

    def pages(self):
        contacts = self.today()["contacts"]
        customer = contacts[0]["customer"]
        return {
            "today": "/", "not-today": "/pas-aujourdhui", "customers": "/clients",
            "customer": f"/clients/{customer}", "statement": f"/clients/{customer}/releve",
            "letter": f"/clients/{customer}/courriers/{contacts[0]['level']}",
            "reconciliation": "/rapprochement", "aged": "/balance-agee",
            "aged-past": "/balance-agee?au=2026-06-30", "import": "/import",
            "rush": f"/commande-urgente?numero={customer}&montant=8000&demande=3",
            "rush-empty": "/commande-urgente", "rush-policy": "/commande-urgente/politique",
            "rush-words": "/commande-urgente/mots", "rush-missed": "/commande-urgente/occasions",
            "settings": "/reglages", "words": "/mots", "help": "/aide", "search": "/recherche?q=FA-2026",
        }

    def looks(self, browser):
        backgrounds = {}
        for language, scheme, width in [
            ("fr", "light", 1440), ("fr", "dark", 390), ("en", "dark", 1440), ("en", "light", 390),
        ]:
            context = self.context(
                browser, color_scheme=scheme, viewport={"width": width, "height": 900},
                locale="fr-FR")
            page = context.new_page()
            page.goto(self.origin + "/")
            if language == "en":  # the choice holds for all pages after it
                page.locator("a.tongue").click()
            addresses = self.pages()
            page.goto(self.origin + addresses["customer"])
            invoice = page.locator("a[href^='/factures/']").first.get_attribute("href")
            page.goto(self.origin + "/rapprochement")
            line = page.locator("[data-main]").first.get_attribute("href")
            for name, address in {**addresses, "invoice": invoice, "line": line}.items():
                where = f"{name} ({language}, {scheme}, {width})"
                page.goto(self.origin + address)
                self.check(
                    page.evaluate("document.documentElement.lang") == language,
                    f"{where}: another language")
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                self.check(wide <= 0, f"{where}: {wide} px wider than the window")
                self.access(page, where)
                self.picture(page, f"{name}-{language}-{scheme}-{width}", whole=False)
            backgrounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
            context.close()
        self.check(backgrounds["light"] != backgrounds["dark"], "dark looks like light")

    def access(self, page, where):
        if Axe is None:
            return
        found = Axe().run(page).response
        self.check(len(found["passes"]) > 10, f"{where}: accessibility was not checked")
        for violation in found["violations"]:
            if violation["impact"] in ("serious", "critical"):
                nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                self.check(False, f"{where}: {violation['id']}: {violation['help']}: {nodes}")

    def work(self, browser):
        context = self.context(browser, viewport={"width": 1440, "height": 900}, locale="fr-FR")
        page = context.new_page()
        steps = [
            self.derivation, self.letter, self.upload, self.reconcile, self.contact_done, self.aged,
        ]
        contact = self.first_customer_by_keyboard(page)
        for step in steps:
            try:
                step(page, contact) if step in steps[:2] else step(page)
            except Exception as error:  # the next steps stand on their own
                self.check(False, f"{step.__name__}: {error}")
        try:
            rush_call(self, page)
        except Exception as error:
            self.check(False, f"rush_call: {error}")
        context.close()


def main():
    binary = sys.argv[1]
    pictures = sys.argv[2] if len(sys.argv) > 2 else ""
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    if Axe is None:
        print("skipped: axe-playwright-python is not installed, accessibility is not checked")
    day = Day(binary, pictures)
    try:
        day.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
            day.work(browser)
            day.looks(browser)
            browser.close()
    finally:
        day.stop()
    print(f"{len(day.faults)} faults")
    sys.exit(1 if day.faults else 0)


if __name__ == "__main__":
    main()
