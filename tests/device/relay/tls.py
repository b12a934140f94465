"""Ends TLS 1.3 in front of a server's port: what QEMU starts for every connection of the device.

Usage: tls.py CERTIFICATE ADDRESS:PORT

Standard input is a socket of QEMU's, and the standard output the same one.
"""

import os
import socket
import ssl
import sys
import threading


def main() -> None:
    certificate, address = sys.argv[1:]
    host, port = address.rsplit(":", 1)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.num_tickets = 0
    context.load_cert_chain(certificate)
    device = Device(context)
    try:
        device.shake_hands()
    except (ssl.SSLError, EOFError):
        # The device has closed, was reset, or does not trust the certificate.
        os._exit(0)
    # Nobody listens: the device sees a connection that is closed at once.
    server = socket.create_connection((host, int(port)))
    threading.Thread(target=device.pass_on_to, args=(server,), daemon=True).start()
    while block := server.recv(4096):
        device.send(block)
    device.close()
    # The end of this process tells the device.
    os._exit(0)


class Device:
    """TLS over the standard input and output."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.received = ssl.MemoryBIO()
        self.to_send = ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.received, self.to_send, server_side=True)
        # The two directions are two threads, and OpenSSL serves one at a time.
        self.lock = threading.Lock()

    def shake_hands(self) -> None:
        while True:
            try:
                self.tls.do_handshake()
                return
            except ssl.SSLWantReadError:
                self.flush()
                self.fill()
            finally:
                self.flush()

    def pass_on_to(self, server: socket.socket) -> None:
        try:
            while True:
                try:
                    with self.lock:
                        block = self.tls.read(4096)
                    server.sendall(block)
                    if not block:
                        break
                except ssl.SSLWantReadError:
                    self.fill()
        except (ssl.SSLError, EOFError, OSError):
            pass
        try:
            # The device has closed, or was reset: the server learns of it, and its end is awaited.
            server.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def send(self, block: bytes) -> None:
        with self.lock:
            self.tls.write(block)
            self.flush()

    def close(self) -> None:
        with self.lock:
            try:
                self.tls.unwrap()
            except ssl.SSLError:
                # Its own end of the connection need not come.
                pass
            self.flush()

    def fill(self) -> None:
        block = os.read(0, 4096)
        if not block:
            raise EOFError
        with self.lock:
            self.received.write(block)

    def flush(self) -> None:
        block = self.to_send.read()
        while block:
            block = block[os.write(1, block) :]


main()
