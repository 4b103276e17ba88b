"""Replies, from a real mailbox to a promise: python replies.py BINARY [SCREENSHOTS]

Writes a demo firm, puts mails into a Dovecot of its own, reads them by `encaisse mailbox` and deals
with them on the pages by the keyboard. Faults are printed; the exit code is 1 when there is one.
"""

import os
import subprocess
import sys

from playwright.sync_api import sync_playwright

from main_path import CHROMIUM, Day

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = "Bonjour, nous vous réglons vendredi par virement."


class Replies(Day):
    imap = None

    def mail(self, name, head, text):
        path = os.path.join(self.folder, "imap", "mail", "new", name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"{head}\nMessage-ID: <{name}@client.example>\n\n{text}\n")
        os.chmod(path, 0o644)

    def receive(self, page):
        """A mailbox of our own, its settings by the page, three mails by the program."""
        # Dovecot runs as somebody else when root starts it.
        os.chmod(self.folder, 0o755)
        self.imap = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "..", "Servers", "imap_server.py"),
             os.path.join(self.folder, "imap")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = self.imap.stdout.readline().strip()
        secret = os.path.join(self.folder, "secret")
        with open(secret, "w", encoding="utf-8") as file:
            file.write("sésame\n")
        os.chmod(secret, 0o600)
        page.goto(self.origin + "/reglages/courrier")
        page.locator("input[name=expediteur]").fill("compta@firme.example")
        for name, value in (
            ("hote", "127.0.0.1"), ("port", port), ("nom", "encaisse"),
            ("secret", "file:" + secret),
        ):
            page.locator(f"input[name=boite-{name}]").fill(value)
        page.locator("select[name=boite-surete]").select_option("none")
        page.locator("form:has(input[name=boite-hote]) button[type=submit]").first.click()
        page.locator("[role=status].banner.good").first.wait_for()
        page.goto(self.origin + "/")
        self.customer = page.locator(".worklist a[href^='/clients/']").first.get_attribute("href")
        self.name = page.locator(".worklist a[href^='/clients/']").first.inner_text()
        mark = self.customer.split("/")[2]
        to = f"To: compta+D{mark}@firme.example"
        self.run("mailbox", "--book", self.book)
        self.mail("1", f"From: marie@client.example\n{to}\nSubject: Re: Facture", WORDS)
        self.mail("2", f"From: marie@client.example\n{to}\nSubject: Absence du bureau", "Absente.")
        self.mail("3", "From: qui@inconnu.example\nSubject: Re: Relance", "C'est payé.")
        said = self.run("mailbox", "--book", self.book)
        self.check("1 réponses à traiter, 1 non classées" in said, said)

    def answer(self, page):
        page.goto(self.origin + "/pas-aujourdhui")
        self.check(page.locator("text=pas encore traitée").count() == 1, "the hold is not shown")
        page.goto(self.origin + "/")
        page.locator("main a[href='/reponses']").first.click()
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.locator("pre.mail").wait_for()
        self.check(WORDS in page.locator("pre.mail").inner_text(), "the text is not whole")
        self.picture(page, "reply")
        page.keyboard.press("p")
        page.keyboard.press("Enter")
        page.locator("[role=status].banner.good").first.wait_for()
        self.check(page.locator("text=Promesse notée").count() > 0, "no promise")
        self.picture(page, "reply-done")
        page.goto(self.origin + "/suivi")
        self.check(page.locator(f"text={self.name}").count() > 0, "the promise is not followed")

    def refile(self, page):
        page.goto(self.origin + "/reponses?voir=non-classees")
        page.locator(".card.flush tbody a").first.click()
        page.locator("input[name=q]").last.fill(self.name)
        page.locator("form.asof button").click()
        page.locator("button", has_text="Chez " + self.name).first.click()
        page.locator("[role=status].banner.good").first.wait_for()
        page.keyboard.press("n")
        page.keyboard.press("Enter")
        page.locator("text=Rien à faire").first.wait_for()
        page.locator("details.act summary", has_text="Reprendre").click()
        form = page.locator("details.act[open] form")
        form.locator("input[name=raison]").fill("trop vite")
        with page.expect_navigation():
            form.locator("button").click()
        page.goto(self.origin + "/reponses")
        self.check(page.locator(".card.flush tbody tr").count() == 1, "it does not wait again")

    def looks(self, browser):
        for width, scheme in ((1280, "light"), (390, "dark")):
            context = self.context(
                browser, viewport={"width": width, "height": 900}, color_scheme=scheme,
                locale="fr-FR")
            page = context.new_page()
            page.goto(self.origin + "/reponses")
            waiting = page.locator(".card.flush tbody a").first.get_attribute("href")
            for address in ("/reponses", "/reponses?voir=toutes", waiting):
                page.goto(self.origin + address)
                wide = page.evaluate("document.documentElement.scrollWidth")
                self.check(wide <= width, f"{address} at {width}: {wide} wide")
                self.picture(page, f"replies-{address.count('?')}-{width}-{len(address)}")
            context.close()

    def work(self, browser):
        context = self.context(browser, viewport={"width": 1280, "height": 900}, locale="fr-FR")
        page = context.new_page()
        for step in (self.receive, self.answer, self.refile):
            try:
                step(page)
            except Exception as error:  # the next steps stand on their own
                self.check(False, f"{step.__name__}: {error}")
        context.close()
        self.looks(browser)


def main():
    replies = Replies(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
    try:
        replies.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
            replies.work(browser)
            browser.close()
    finally:
        if replies.imap:
            replies.imap.stdin.close()
            replies.imap.terminate()
            replies.imap.wait(10)
        replies.stop()
    print(f"{len(replies.faults)} faults")
    sys.exit(1 if replies.faults else 0)


if __name__ == "__main__":
    main()
