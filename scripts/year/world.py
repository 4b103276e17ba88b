"""An imaginary firm's year, day by day: customers with habits, invoices, payments, statements.

Everything is drawn from one seed. The world keeps its own truth: what each invoice still lacks by
the bank lines that were handed over so far.
"""
import datetime
import random

NAMES = [
    "Ateliers", "Menuiserie", "Boulangerie", "Transports", "Imprimerie", "Garage", "Pharmacie",
    "Charpentes", "Vignobles", "Électricité", "Plomberie", "Fonderie", "Tissages", "Verrerie",
    "Laiterie", "Papeterie", "Scierie", "Brasserie", "Conserverie", "Serrurerie",
]
FAMILIES = [
    "Aubrac", "Bellac", "Cazaux", "Delpech", "Estrade", "Fabrègue", "Galibert", "Hérault",
    "Isambert", "Jaubert", "Kerdreux", "Lacombe", "Maurel", "Nadaud", "Orsini", "Pradel",
    "Quillan", "Roussel", "Sabatier", "Tournier", "Urbain", "Valade", "Weber", "Ysard", "Zeller",
]
HABITS = ["early"] * 3 + ["slow"] * 3 + ["reminded"] * 3 + ["parts", "twice", "sums", "never"]
OUR_IBAN = "FR7630006000011234567890189"
LOOKS = ["Facture %s", "FACT %s", "%s", "VIR %s MERCI", "REGLEMENT %s"]


def iban(number):
    """A French IBAN with true check digits, account and key."""
    bank, branch, account = 30004, 823, number
    key = 97 - (89 * bank + 15 * branch + 3 * account) % 97
    bban = f"{bank:05}{branch:05}{account:011}{key:02}"
    return f"FR{98 - int(bban + '152700') % 97:02}{bban}"


def siren(number):
    """Nine digits whose Luhn sum holds."""
    digits = [int(digit) for digit in f"{number:08}"]
    total = sum(digit if place % 2 == 0 else sum(divmod(2 * digit, 10))
                for place, digit in enumerate(digits))
    return f"{number:08}{-total % 10}"


class Customer:
    def __init__(self, number, draw):
        self.code = f"C{number:04}"
        place = number - 1
        self.name = (f"{NAMES[place % len(NAMES)]} {FAMILIES[place // len(NAMES) % len(FAMILIES)]}"
                     + (f" {place // 500 + 1}" if place >= 500 else ""))
        self.siren = siren(31_000_000 + 7 * number)
        self.iban = iban(10_000_000 + number)
        self.email = f"compta@c{number:04}.example"
        self.term = draw.choice([30, 30, 45, 60])
        self.habit = draw.choice(HABITS)
        self.lateness = draw.randint(5, 40)
        self.patience = draw.randint(1, 3)
        self.messages = []


class Invoice:
    def __init__(self, number, customer, day, cents):
        self.number, self.customer, self.day, self.cents = number, customer, day, cents
        self.due = day + datetime.timedelta(days=customer.term)
        self.sent = 0      # what the customer has paid so far
        self.known = 0     # what we were told of it by the bank
        self.halved = self.doubled = False

    @property
    def left(self):
        return self.cents - self.known


class Line:
    def __init__(self, number, day, customer, cents, words, shares):
        self.number, self.day, self.customer, self.cents = number, day, customer, cents
        self.words, self.shares = words, shares


class World:
    """`advance(day)` lets a day happen; `take_lines` hands over what the bank has booked."""

    def __init__(self, seed, customers, invoices, days):
        self.draw = random.Random(seed)
        self.customers = [Customer(number + 1, self.draw) for number in range(customers)]
        self.by_code = {customer.code: customer for customer in self.customers}
        self.invoices, self.unpaid, self.pending = [], [], []
        self.per_day = invoices / max(1, days * 5 / 7)
        self.lines = 0
        self.balance = 500_000_00

    def advance(self, day):
        """What happens on a day: the invoices written, and what customers send to the bank."""
        fresh = []
        if day.weekday() < 5:
            count = int(self.per_day) + (self.draw.random() < self.per_day % 1)
            fresh = [self.write(day) for _ in range(count)]
            for customer in self.customers:
                self.pay(customer, day)
        return fresh

    def write(self, day):
        invoice = Invoice(f"FA-{day.year}-{len(self.invoices) + 1:05}",
                          self.draw.choice(self.customers), day,
                          self.draw.choice([1, 1, 1, 7]) * self.draw.randint(9_000, 450_000))
        self.invoices.append(invoice)
        self.unpaid.append(invoice)
        return invoice

    def pay(self, customer, day):
        ready = [invoice for invoice in self.unpaid
                 if invoice.customer is customer and self.wants_to_pay(invoice, day)]
        if not ready:
            return
        if customer.habit == "sums" and len(ready) > 1:
            self.send(day, customer, [(invoice, invoice.cents - invoice.sent) for invoice in ready])
            return
        for invoice in ready:
            rest = invoice.cents - invoice.sent
            if customer.habit == "parts" and not invoice.halved:
                invoice.halved = True
                rest = rest * 6 // 10
            self.send(day, customer, [(invoice, rest)])
            if customer.habit == "twice" and not invoice.doubled and self.draw.random() < 0.2:
                invoice.doubled = True
                self.send(day, customer, [(invoice, rest)])

    def wants_to_pay(self, invoice, day):
        customer, late = invoice.customer, (day - invoice.due).days
        if invoice.sent >= invoice.cents or customer.habit == "never":
            return False
        if customer.habit == "reminded":
            asked = [when for when in customer.messages if when > invoice.due]
            return len(asked) >= customer.patience and (day - asked[-1]).days >= 2
        if customer.habit == "slow":
            return late >= customer.lateness
        if customer.habit == "parts":
            return late >= (customer.lateness if invoice.halved else 2)
        return late >= -2

    def send(self, day, customer, shares):
        for invoice, cents in shares:
            invoice.sent += cents
            if invoice.sent >= invoice.cents and invoice in self.unpaid:
                self.unpaid.remove(invoice)
        numbers = " ".join(invoice.number for invoice, _ in shares)
        look = self.draw.choice(LOOKS)
        words = look % numbers if self.draw.random() < 0.85 else "VIREMENT"
        self.lines += 1
        self.pending.append(Line(self.lines, day, customer, sum(cents for _, cents in shares),
                                 words, shares))

    def take_lines(self, before):
        """The lines booked before a day, which the firm learns of now."""
        lines = [line for line in self.pending if line.day < before]
        self.pending = [line for line in self.pending if line.day >= before]
        return lines

    def learn(self, lines):
        """The truth follows what the bank told: money over an invoice is money on account."""
        for line in lines:
            for invoice, cents in line.shares:
                invoice.known += cents

    def owes(self, customer, day):
        """What is overdue by the bank data known, less what was paid too much."""
        mine = [invoice for invoice in self.invoices if invoice.customer is customer]
        spare = sum(max(0, invoice.known - invoice.cents) for invoice in mine)
        late = sum(max(0, invoice.left) for invoice in mine if invoice.due < day)
        return late - spare

    def will_owe(self, customer):
        mine = [invoice for invoice in self.invoices if invoice.customer is customer]
        return sum(invoice.left for invoice in mine)


def customers_csv(world):
    rows = ["Code client;Raison sociale;SIREN;IBAN;Adresse;Code postal;Ville;Pays;E-mail;"
            "Conditions de règlement"]
    rows += [f"{one.code};{one.name};{one.siren};{one.iban};1 rue de la Gare;69003;Lyon;FR;"
             f"{one.email};{one.term} jours net" for one in world.customers]
    return "\n".join(rows) + "\n"


def invoices_csv(invoices):
    rows = ["N° facture;Code client;Client;Date facture;Échéance;Montant HT;Montant TVA;"
            "Montant TTC;Devise"]
    for one in invoices:
        net = one.cents * 5 // 6
        rows.append(f"{one.number};{one.customer.code};{one.customer.name};{one.day:%d/%m/%Y};"
                    f"{one.due:%d/%m/%Y};{euros(net)};{euros(one.cents - net)};{euros(one.cents)};"
                    "EUR")
    return "\n".join(rows) + "\n"


def euros(cents):
    return f"{cents // 100},{cents % 100:02}"


def statement(world, lines, first, last):
    """A CAMT.053 of the days from `first` to `last`, empty or not."""
    opening = world.balance
    world.balance += sum(line.cents for line in lines)
    entries = "".join(entry(line) for line in lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>Y{last}</MsgId><CreDtTm>{last}T22:00:00</CreDtTm></GrpHdr>"
        f"<Stmt><Id>Y{last}</Id><CreDtTm>{last}T22:00:00</CreDtTm>"
        f"<FrToDt><FrDtTm>{first}T00:00:00</FrDtTm><ToDtTm>{last}T23:59:59</ToDtTm></FrToDt>"
        f"<Acct><Id><IBAN>{OUR_IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        + balance("OPBD", opening, first) + balance("CLBD", world.balance, last)
        + entries + "</Stmt></BkToCstmrStmt></Document>\n")


def balance(code, cents, day):
    return (f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
            f'<Amt Ccy="EUR">{cents // 100}.{cents % 100:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
            f"<Dt><Dt>{day}</Dt></Dt></Bal>")


def entry(line):
    amount = f'<Amt Ccy="EUR">{line.cents // 100}.{line.cents % 100:02}</Amt>'
    return (f"<Ntry>{amount}<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
            f"<BookgDt><Dt>{line.day}</Dt></BookgDt><ValDt><Dt>{line.day}</Dt></ValDt>"
            f"<AcctSvcrRef>Y{line.number:07}</AcctSvcrRef><NtryDtls><TxDtls><Refs>"
            f"<AcctSvcrRef>Y{line.number:07}</AcctSvcrRef></Refs>"
            f"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls><RltdPties><Dbtr><Nm>{line.customer.name}"
            f"</Nm></Dbtr><DbtrAcct><Id><IBAN>{line.customer.iban}</IBAN></Id></DbtrAcct></RltdPties>"
            f"<RmtInf><Ustrd>{line.words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n")
