"""The list of bank lines by the keyboard: python worklist.py BINARY [SCREENSHOTS]

Writes a demo firm with many proposals, decides sixty lines with the keyboard alone in a real
browser, and prints how many lines a minute that makes. Faults are printed; the exit code is 1 when
there is one, or when it is slower than a line a second.
"""

import json
import re
import sys
import time

from playwright.sync_api import sync_playwright

from main_path import CHROMIUM, Day

LINES = 60
WANTED = 60  # lines a minute


class Lines(Day):
    size = ("--customers", "60", "--invoices", "2400", "--seed", "5")

    def waiting(self, page):
        return int(re.sub(r"\D", "", page.locator(".head .lead").inner_text().split("lign")[0]))

    def pressing(self, page):
        """Accepts what has a proposal and sets aside what has none; leaves one line in ten."""
        page.goto(self.origin + "/rapprochement")
        before = self.waiting(page)
        loads = []
        page.on("load", lambda: loads.append(page.url))
        page.keyboard.press("j")
        started = time.monotonic()
        decided = left = 0
        while decided < LINES:
            row = page.evaluate(
                """() => { const row = document.activeElement.closest('[data-row]');
                return row && [row.dataset.line, !!row.querySelector('[data-press=a]')]; }""")
            if not self.check(row, "no line has the focus"):
                break
            line, has_proposal = row
            if (decided + left) % 10 == 9:
                page.keyboard.press("j")
                left += 1
            elif has_proposal:
                page.keyboard.press("a")
                decided += 1
            else:
                page.keyboard.press("x")
                page.keyboard.type("virement interne")
                page.keyboard.press("Enter")
                decided += 1
            page.wait_for_function(
                """(line) => { const row = document.activeElement.closest('[data-row]');
                return row && row.dataset.line !== line; }""", arg=line)
        page.wait_for_function(
            f"() => !document.querySelector('[aria-busy]')", timeout=30_000)
        seconds = time.monotonic() - started
        rate = decided / seconds * 60
        print(f"{decided} lines in {seconds:.1f} s: {rate:.0f} lines a minute", flush=True)
        self.check(rate >= WANTED, f"{rate:.0f} lines a minute, {WANTED} wanted")
        self.check(not loads, f"the page was loaded again: {loads}")
        self.check(
            self.waiting(page) == before - decided,
            f"{before} waited, {decided} decided, {self.waiting(page)} wait")
        self.picture(page, "worklist")
        return decided

    def take_back(self, page):
        before = self.waiting(page)
        last = page.locator("li[data-done]").last.get_attribute("data-line")
        for step in (1, 2):
            said = page.locator(".head .lead").text_content()
            page.keyboard.press("u")
            page.wait_for_function(
                "(words) => document.querySelector('.head .lead').textContent !== words", arg=said)
            self.check(
                self.waiting(page) == before + step, f"u took back {step}: {self.waiting(page)}")
        self.check(
            page.locator(f"li[data-row][data-line='{last}']").count() == 1,
            "the line taken back is not on the list once")
        focus = page.evaluate("document.activeElement.closest('[data-row]').dataset.line")
        self.check(focus is not None, "the line taken back has no focus")

    def search(self, page):
        page.goto(self.origin + "/rapprochement")
        row = page.locator("li[data-row]", has=page.locator("[data-press=a]")).first
        line = row.get_attribute("data-line")
        number = row.locator("a[href^='/factures/']").first.inner_text()
        row.locator("[data-main]").focus()
        page.keyboard.press("c")
        page.keyboard.type(number)
        row.locator(".found button").first.wait_for()
        self.picture(page, "worklist-search", whole=False)
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        done = page.locator(f"li[data-done][data-line='{line}']")
        done.wait_for()
        self.check(number in done.inner_text(), f"{number} is not what was paid")

    def rule(self, page):
        page.goto(self.origin + "/rapprochement")
        page.keyboard.press("j")
        line = page.evaluate("document.activeElement.closest('[data-row]').dataset.line")
        page.keyboard.press("n")
        page.keyboard.press("Control+A")
        page.keyboard.type("xy")
        page.keyboard.press("Enter")
        page.locator(f"li[data-line='{line}'] .refused").wait_for()
        row = page.locator(f"li[data-line='{line}']")
        self.check("quatre" in row.locator(".refused").inner_text(), "no word why it was refused")

    def rules_page(self, page):
        page.goto(self.origin + "/rapprochement/regles")
        rules = page.locator("tbody tr").count()
        print(f"{rules} rules learned", flush=True)
        self.check(rules > 0, "nothing was learned")
        page.locator("tbody tr button").first.click()
        page.locator(".banner.good").wait_for()
        self.picture(page, "rules")

    def without_script(self, browser):
        context = self.context(
            browser, java_script_enabled=False, viewport={"width": 390, "height": 900},
            color_scheme="dark", locale="fr-FR")
        page = context.new_page()
        page.goto(self.origin + "/rapprochement")
        before = self.waiting(page)
        page.locator("[data-press=a]").first.click()
        page.locator(".banner.good").wait_for()
        self.check(self.waiting(page) == before - 1, "without script: no line has left the list")
        page.locator("form[data-back] button").click()
        page.locator(".banner.good").wait_for()
        self.check(self.waiting(page) == before, "without script: the line does not come back")
        self.picture(page, "worklist-narrow", whole=False)
        context.close()

    def work(self, browser):
        context = self.context(browser, viewport={"width": 1440, "height": 900}, locale="fr-FR")
        page = context.new_page()
        for step in (self.pressing, self.take_back, self.search, self.rules_page):
            try:
                step(page)
            except Exception as error:  # the next steps stand on their own
                self.check(False, f"{step.__name__}: {error}")
        context.close()
        # A refused request is a 400 on purpose: it is looked at apart.
        refusing = browser.new_context(locale="fr-FR")
        refusing.set_default_timeout(15_000)
        try:
            self.rule(refusing.new_page())
        except Exception as error:
            self.check(False, f"rule: {error}")
        refusing.close()
        self.without_script(browser)
        verified = json.loads(self.run("verify", "--book", self.book, "--json"))
        self.check(verified.get("sound", True) is not False, f"verify: {verified}")


def main():
    lines = Lines(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
    try:
        lines.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
            lines.work(browser)
            browser.close()
    finally:
        lines.stop()
    print(f"{len(lines.faults)} faults")
    sys.exit(1 if lines.faults else 0)


if __name__ == "__main__":
    main()
