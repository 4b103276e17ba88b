"""The whole call of a rush order, by the keyboard alone: no click, no mouse, in 20 seconds."""

import re
import time

LONGEST_CALL = 20
BETWEEN_KEYS = 60  # milliseconds: two hundred keys a minute, a person who is no typist


def rush_call(day, page):
    customer = day.today()["contacts"][1]
    page.goto(day.origin + "/clients")
    page.wait_for_load_state("networkidle")
    begin = time.monotonic()
    page.keyboard.press("g")
    page.keyboard.press("u")
    page.wait_for_url("**/commande-urgente")
    focus = page.evaluate("document.activeElement.name")
    day.check(focus == "client", f"the cursor stands in {focus}, not in the customer's field")

    def type(text):
        page.keyboard.type(text, delay=BETWEEN_KEYS)

    type(customer["name"])
    page.keyboard.press("Tab")
    type("-8000")
    fault = page.locator("#rush-montant-dit.fault")
    fault.wait_for()
    day.check("zéro" in fault.inner_text(), f"a negative amount is told {fault.inner_text()}")
    page.keyboard.press("Home")
    page.keyboard.press("Delete")
    fault.wait_for(state="detached")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    type("7")
    page.locator("#a-dire").wait_for()
    said = page.locator("#a-dire").inner_text()
    day.check("7 jours" in said.replace("\u00a0", " "), f"the sentence is: {said}")
    answered = time.monotonic() - begin
    day.picture(page, "rush")
    # The caller agrees: N goes to the answer, the first choice is the counterpart.
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    type("BC-2026-7")
    page.keyboard.press("Enter")
    page.locator(".banner.good").wait_for()
    whole = time.monotonic() - begin
    print(f"rush call: answered in {answered:.1f} s, recorded in {whole:.1f} s", flush=True)
    day.check(whole < LONGEST_CALL, f"the call took {whole:.1f} s")
    page.goto(day.origin + f"/clients/{customer['customer']}")
    story = page.locator("main").inner_text()
    day.check(
        re.search(r"1.commande urgente, 1.contrepartie obtenue", story),
        "the customer's page does not tell the rush order")
