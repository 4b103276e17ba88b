"""A real SMTP server on loopback with a bad temper: it refuses, defers, cuts and falls asleep."""
import email
import email.policy
import random
import socket

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class Received:
    def __init__(self, day, recipients, message, answered):
        self.day, self.recipients, self.answered = day, recipients, answered
        self.id = message["Message-ID"]
        self.subject = str(message["Subject"])
        body = message.get_body(("plain",))
        self.text = body.get_content() if body else ""
        self.attachments = [part.get_filename() for part in message.iter_attachments()]


class Temper:
    """Which fault comes next; none while `calm`."""

    def __init__(self, seed):
        self.draw = random.Random(seed)
        self.calm = False
        self.asleep = False
        self.greeted = set()

    def fault(self):
        if self.calm:
            return None
        if self.asleep:
            return "asleep"
        return self.draw.choices(
            [None, "later", "cut before", "cut after"], [88, 8, 2, 2])[0]


class MailServer:
    """`received` holds every message of which the server saw the last byte, and whether it said
    so."""

    def __init__(self, seed):
        self.temper = Temper(seed)
        self.received = []
        self.day = None
        self.faults = {}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def start(self):
        self.controller.start()
        return self.port

    def stop(self):
        self.controller.stop()

    async def handle_MAIL(self, server: SMTP, session, envelope, address, options):
        fault = self.temper.fault()
        envelope.fault = fault
        if fault:
            self.faults[fault] = self.faults.get(fault, 0) + 1
        if fault in ("later", "asleep"):
            return "451 4.7.1 Greylisted, come back later"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if envelope.fault == "cut before":
            server.transport.abort()
            return "421 bye"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        cut = envelope.fault == "cut after"
        self.received.append(Received(self.day, list(envelope.rcpt_tos), message, not cut))
        if cut:
            server.transport.abort()
            return "421 bye"
        return "250 OK, kept"
