"""The editor of dunning plans: python plans.py BINARY [SCREENSHOTS]

Writes a demo firm and changes the plan for everyone in a real browser: a step moved, a step added,
saved as a version, compared, tried on the book for thirty days, put in force and undone; a mistyped
field comes back with all the rest. Faults are printed; the exit code is 1 when there is one.
"""

import sys

from playwright.sync_api import sync_playwright

from main_path import CHROMIUM, Day


class Plans(Day):
    size = ("--customers", "40", "--invoices", "500", "--seed", "9")
    address = "/scenarios/standard"

    def axis(self, page):
        return page.locator(".card svg").first.text_content()

    def save(self, page, note):
        page.locator("input[name=note]").fill(note)
        page.locator("button", has_text="Enregistrer une version").click()

    def change(self, page):
        page.goto(self.origin + self.address)
        self.check("J+10" in self.axis(page), "the axis does not show J+10")
        page.locator("input[name='etape-2-jour']").fill("12")
        page.locator("details summary", has_text="Ajouter une étape").click()
        added = page.locator("details[open] input[name='etape-5-jour']")
        added.fill("-15")
        page.locator("select[name='etape-5-nom']").select_option("preDue")
        page.locator("select[name='etape-5-ton']").select_option("courteous")
        page.locator("select[name='etape-5-mode']").select_option("afterConfirmation")
        self.save(page, "plus doux")
        page.wait_for_url("**version=1**")
        axis = self.axis(page)
        self.check("J+12" in axis and "J+10" not in axis, f"the axis: {axis}")
        self.check("J−15" in axis, f"the added step is not drawn: {axis}")
        said = page.locator("main").inner_text()
        self.check("pas en vigueur" in said or "en vigueur : tel que livré" in said.replace(
            "\u00a0", " "), "the version decides at once")
        self.check("J+12" in said.split("Ce qui change")[-1], "the difference is not told")
        self.picture(page, "plan-version")

    def simulate(self, page):
        page.goto(self.origin + self.address + "?version=1")
        page.keyboard.press("s")
        page.wait_for_url("**/simulation**")
        days = page.locator("table tbody tr").count()
        self.check(days >= 15, f"{days} days simulated")
        self.check("e-mail" in page.locator("main").inner_text(), "no e-mail in thirty days")
        self.picture(page, "plan-simulation")

    def force_and_undo(self, page):
        page.goto(self.origin + self.address + "?version=1")
        page.locator("button", has_text="Mettre en vigueur").click()
        page.locator("[role=status].banner.good").first.wait_for()
        self.check("J+12" in self.axis(page), "the plan in force is not the new one")
        page.locator("button", has_text="Revenir à").click()
        page.locator("[role=status].banner.good").first.wait_for()
        page.goto(self.origin + self.address + "?version=0")
        self.check("J+10" in self.axis(page), "undone, and still the new one")

    def mistype(self, browser):
        """A refusal is an answer of 400: in a context that does not call it a fault."""
        context = browser.new_context(locale="fr-FR")
        page = context.new_page()
        page.goto(self.origin + self.address)
        page.locator("input[name=titre]").fill("Mon essai")
        page.locator("input[name=heures]").fill("25:00")
        self.save(page, "")
        alert = page.locator("[role=alert]").inner_text()
        self.check("8:30" in alert, f"the refusal says: {alert}")
        self.check(page.locator("input[name=titre]").input_value() == "Mon essai", "a change is lost")
        self.check(page.locator("input[name=heures]").input_value() == "25:00", "not as typed")
        context.close()

    def looks(self, browser):
        for width, scheme in ((1440, "light"), (390, "dark")):
            context = self.context(
                browser, viewport={"width": width, "height": 900}, color_scheme=scheme,
                locale="fr-FR")
            page = context.new_page()
            for address in ("/scenarios", self.address + "?version=1"):
                page.goto(self.origin + address)
                wide = page.evaluate("document.documentElement.scrollWidth")
                self.check(wide <= width, f"{address} at {width}: {wide} wide")
            context.close()

    def work(self, browser):
        context = self.context(browser, viewport={"width": 1440, "height": 900}, locale="fr-FR")
        page = context.new_page()
        steps = (self.change, self.simulate, self.force_and_undo)
        for step in steps:
            try:
                step(page)
            except Exception as error:  # the next steps stand on their own
                self.check(False, f"{step.__name__}: {error}")
        context.close()
        self.mistype(browser)
        self.looks(browser)


def main():
    plans = Plans(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
    try:
        plans.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
            plans.work(browser)
            browser.close()
    finally:
        plans.stop()
    print(f"{len(plans.faults)} faults")
    sys.exit(1 if plans.faults else 0)


if __name__ == "__main__":
    main()
