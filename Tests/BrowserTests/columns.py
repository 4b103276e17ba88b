"""Columns of a bank's table named by a person: python columns.py BINARY [SCREENSHOTS]

Drops tables that nobody described on the import page of a small demo firm, names their columns in a
real browser, with and without script, and looks that the next one comes without a question. Faults
are printed; the exit code is 1 when there is one.
"""

import json
import os
import sys

from playwright.sync_api import sync_playwright

from main_path import CHROMIUM, Day

HEAD = "J;Quoi;N;A;B;Page\n"
CHOICES = {"c1": "date", "c2": "label", "c4": "debit", "c5": "credit"}


def table(month):
    """Twelve movements, one of them with a wrong amount, under a header that says nothing."""
    rows = [f"{day:02}/{month}/2026;REMISE MOREL ET FILS NUMERO {day};{day};;{day * 100},00;1"
            for day in range(1, 8)]
    rows += [f"{day:02}/{month}/2026;PAPETERIE DU CENTRE, RUE DE LA RÉPUBLIQUE;{day};{day},90;;1"
             for day in range(8, 12)]
    return HEAD + "\n".join(rows) + f"\n12/{month}/2026;ILLISIBLE;12;douze;;1\n"


class Columns(Day):
    def drop(self, page, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="iso-8859-15") as file:
            file.write(text)
        page.goto(self.origin + "/import")
        page.set_input_files("#files", path)
        page.locator("form[enctype='multipart/form-data'] button[type=submit]").first.click()
        page.wait_for_url("**/import/suivi/*")
        page.get_by_role("heading", name="Import terminé").wait_for()

    def fits(self, page, where):
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        self.check(wide <= 0, f"{where}: {wide} px wider than the window")

    def naming(self, page, width, month):
        name = f"releve-{month}.csv"
        self.drop(page, name, table(month))
        self.picture(page, f"columns-asked-{width}")
        page.get_by_role("link", name="Dire ce que contiennent les colonnes").click()
        page.wait_for_url("**/import/colonnes/*")
        self.check(name in page.locator("main").inner_text(), "the page does not name the file")
        self.check(page.locator("table.columns tbody tr").count() == 8, "not eight rows are shown")
        self.check(page.locator("table.columns select").count() == 6, "not a choice for each column")
        if width == 1280:
            self.access(page, f"columns {width}")
        self.fits(page, f"columns {width}")
        self.picture(page, f"columns-{width}")
        # A wrong choice is answered with what was found there.
        page.select_option("select[name=c1]", "label")
        page.select_option("select[name=c2]", "date")
        page.get_by_role("button", name="Vérifier").click()
        refusal = page.locator("[role=alert]").inner_text()
        self.check("REMISE MOREL" in refusal, f"the refusal says: {refusal}")
        self.picture(page, f"columns-refused-{width}")
        for select in page.locator("table.columns select").all():
            select.select_option(CHOICES.get(select.get_attribute("name"), ""))
        page.get_by_role("button", name="Vérifier").click()
        said = page.locator("main").inner_text()
        self.check("2 800,00" in said.replace("\u202f", " "), f"the credits are not told: {said}")
        self.check("douze" in said, "the line that cannot be read is not told")
        self.fits(page, f"columns checked {width}")
        self.picture(page, f"columns-checked-{width}")
        page.get_by_role("button", name="Importer", exact=True).last.click()
        page.wait_for_url("**/import/suivi/*")
        page.get_by_role("heading", name="Import terminé").wait_for()
        self.check("11 repris" in page.locator("main").inner_text(), "eleven lines are not taken")

    def mending(self, page, width, month):
        """The line that nobody could read is mended on the page of its import."""
        page.get_by_role("link", name="Corriger ces lignes").first.click()
        page.wait_for_url("**/import/*")
        self.fits(page, f"mending {width}")
        if width == 1280:
            self.access(page, f"mending {width}")
        self.picture(page, f"mending-{width}")
        page.get_by_label("A", exact=True).fill("treize")
        page.get_by_role("button", name="Reprendre cette ligne").click()
        self.check("treize" in page.locator("[role=alert]").inner_text(), "the fault is not said")
        self.picture(page, f"mending-refused-{width}")
        self.fits(page, f"mending refused {width}")
        page.get_by_label("A", exact=True).fill("12,00")
        page.get_by_role("button", name="Reprendre cette ligne").click()
        page.get_by_text("La ligne est reprise.").wait_for()
        left = page.get_by_role("button", name="Reprendre cette ligne").count()
        self.check(left == 0, "the line still waits")

    def remembered(self, page, width, month):
        self.drop(page, f"suivant-{month}.csv", table(month))
        said = page.locator("main").inner_text()
        self.check("11 repris" in said, f"the next one is asked for again: {said}")
        self.check("Corriger les colonnes" in said, "the columns cannot be corrected")
        page.goto(self.origin + "/import/colonnes")
        self.fits(page, f"kept {width}")
        if width == 1280:
            self.access(page, f"kept {width}")
        self.picture(page, f"columns-kept-{width}")
        page.get_by_role("button", name="Oublier").click()
        page.get_by_text("C’est oublié").wait_for()
        self.check("Rien n’est retenu" in page.locator("main").inner_text(), "nothing is forgotten")

    def work(self, browser):
        for width, script, months in ((1280, True, ("09", "10")), (390, False, ("07", "08"))):
            context = self.context(
                browser, viewport={"width": width, "height": 900}, locale="fr-FR",
                java_script_enabled=script)
            page = context.new_page()
            steps = (self.naming, self.mending, self.remembered)
            for step, month in zip(steps, (months[0], *months)):
                try:
                    step(page, width, month)
                except Exception as error:  # the next steps stand on their own
                    self.check(False, f"{step.__name__} {width}: {error}")
            context.close()
        verified = json.loads(self.run("verify", "--book", self.book, "--json"))
        self.check(verified.get("sound", True) is not False, f"verify: {verified}")


def main():
    columns = Columns(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
    if columns.pictures:
        os.makedirs(columns.pictures, exist_ok=True)
    try:
        columns.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
            columns.work(browser)
            browser.close()
    finally:
        columns.stop()
    print(f"{len(columns.faults)} faults")
    sys.exit(1 if columns.faults else 0)


if __name__ == "__main__":
    main()
