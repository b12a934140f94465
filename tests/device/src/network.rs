//! TCP/IP: one connection at a time, which is read and written with a deadline.

use core::cell::Cell;

use embedded_io::{ErrorKind, ErrorType, Read, Write};
use smoltcp::iface::{Config, Interface, SocketHandle, SocketSet, SocketStorage};
use smoltcp::socket::tcp::{self, State};
use smoltcp::time::Instant;
use smoltcp::wire::{EthernetAddress, IpAddress, IpCidr, Ipv4Address};

use crate::board::{Ethernet, FRAME, MAC};
use crate::driver::REQUEST;
use crate::random::Random;
use crate::ticks::{self, Deadline};

/// How much is received ahead of the reader: two segments.
const AHEAD: usize = 2 * 1460;

/// What the network needs of memory, for as long as the device runs.
pub struct Memory {
    frame: [u8; FRAME],
    received: [u8; AHEAD],
    // A whole request, so that writing it does not wait.
    to_send: [u8; REQUEST],
}

/// The one socket, apart from its memory, which the start of an image fills with zeros.
pub type Sockets = [SocketStorage<'static>; 1];

impl Memory {
    /// Memory that is not in use.
    pub const fn new() -> Self {
        Self { frame: [0; _], received: [0; _], to_send: [0; _] }
    }
}

/// The network.
pub struct Network {
    ethernet: Ethernet,
    interface: Interface,
    sockets: SocketSet<'static>,
    socket: SocketHandle,
    /// The port of the next connection.
    port: u16,
}

impl Network {
    /// Starts the network of QEMU's users: 10.0.2.15. A device would ask by DHCP.
    pub fn start(
        memory: &'static mut Memory,
        sockets: &'static mut Sockets,
        random: &mut Random,
    ) -> Self {
        let mut ethernet = Ethernet::start(&mut memory.frame);
        let mut config = Config::new(EthernetAddress(MAC).into());
        config.random_seed = u64::from(random.bits());
        let mut interface = Interface::new(config, &mut ethernet, now());
        interface.update_ip_addrs(|addresses| {
            // There is space for one.
            let _ = addresses.push(IpCidr::new(IpAddress::v4(10, 0, 2, 15), 24));
        });
        let mut sockets = SocketSet::new(&mut sockets[..]);
        let socket = sockets.add(tcp::Socket::new(
            tcp::SocketBuffer::new(&mut memory.received[..]),
            tcp::SocketBuffer::new(&mut memory.to_send[..]),
        ));
        // Another one after each start: the other side may remember the connections before a reset.
        let port = 0xc000 | random.bits() as u16 & 0x3fff;
        Self { ethernet, interface, sockets, socket, port }
    }

    /// A new connection, in place of the one before.
    pub fn connect<'n>(
        &'n mut self,
        (address, port): (Ipv4Address, u16),
        deadline: &'n Cell<Deadline>,
    ) -> Result<Connection<'n>, Broken> {
        self.socket().abort();
        self.poll();
        self.port = 0xc000 | self.port.wrapping_add(1) & 0x3fff;
        let socket = self.sockets.get_mut::<tcp::Socket>(self.socket);
        // Requests are whole when they are written: nothing more comes to wait for.
        socket.set_nagle_enabled(false);
        let to = (IpAddress::Ipv4(address), port);
        socket.connect(self.interface.context(), to, self.port).map_err(|_| Broken::Closed)?;
        let mut connection = Connection { network: self, deadline };
        connection.wait(|socket| match socket.state() {
            State::SynSent | State::SynReceived => None,
            State::Established | State::CloseWait => Some(Ok(())),
            _ => Some(Err(Broken::Closed)),
        })?;
        Ok(connection)
    }

    fn socket(&mut self) -> &mut tcp::Socket<'static> {
        self.sockets.get_mut(self.socket)
    }

    fn poll(&mut self) {
        self.interface.poll(now(), &mut self.ethernet, &mut self.sockets);
    }
}

fn now() -> Instant {
    Instant::from_millis(i64::from(ticks::now()))
}

/// A connection is of no more use.
#[derive(Clone, Copy, Debug)]
pub enum Broken {
    /// The other side closed it, or never opened it.
    Closed,
    /// Patience ended.
    TimedOut,
}

impl core::fmt::Display for Broken {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Closed => "the connection is closed",
            Self::TimedOut => "no response in time",
        })
    }
}

impl core::error::Error for Broken {}

impl embedded_io::Error for Broken {
    fn kind(&self) -> ErrorKind {
        match self {
            Self::Closed => ErrorKind::ConnectionReset,
            Self::TimedOut => ErrorKind::TimedOut,
        }
    }
}

/// An open connection.
pub struct Connection<'n> {
    network: &'n mut Network,
    deadline: &'n Cell<Deadline>,
}

impl Connection<'_> {
    /// Waits until there is a result.
    fn wait<T>(
        &mut self,
        mut result: impl FnMut(&mut tcp::Socket<'static>) -> Option<Result<T, Broken>>,
    ) -> Result<T, Broken> {
        loop {
            self.network.poll();
            if let Some(result) = result(self.network.socket()) {
                return result;
            }
            if self.deadline.get().is_over() {
                return Err(Broken::TimedOut);
            }
            ticks::sleep();
        }
    }
}

impl ErrorType for Connection<'_> {
    type Error = Broken;
}

impl Read for Connection<'_> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize, Broken> {
        self.wait(|socket| match socket.recv_slice(buf) {
            Ok(0) => None,
            Ok(count) => Some(Ok(count)),
            Err(tcp::RecvError::Finished) => Some(Ok(0)),
            Err(tcp::RecvError::InvalidState) => Some(Err(Broken::Closed)),
        })
    }
}

impl Write for Connection<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Broken> {
        self.wait(|socket| match socket.send_slice(bytes) {
            Ok(0) => None,
            Ok(count) => Some(Ok(count)),
            Err(tcp::SendError::InvalidState) => Some(Err(Broken::Closed)),
        })
    }

    /// Waits until the other side has everything.
    fn flush(&mut self) -> Result<(), Broken> {
        self.wait(|socket| match socket.send_queue() {
            0 => Some(Ok(())),
            _ if !socket.may_send() => Some(Err(Broken::Closed)),
            _ => None,
        })
    }
}
