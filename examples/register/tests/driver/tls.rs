//! Over TLS, through a proxy: the host is the real one of the region, and its certificate is a test's.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::Arc;
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::{CONFIG, CREATED, Site, assert_outcome, finish, parameter, read_request, response};

const HOST: &str = "vpc.cn-shanghai.aliyuncs.com";

/// A new authority's certificate, and a server with one of its own for the host.
fn authority(host: &str) -> (String, ServerConfig) {
    let mut of_authority = CertificateParams::default();
    of_authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let pem = of_authority.self_signed(&key).unwrap().pem();
    let issuer = Issuer::new(of_authority, key);
    let key = KeyPair::generate().unwrap();
    let of_host = CertificateParams::new([host.to_owned()]).unwrap();
    let of_host = of_host.signed_by(&key, &issuer).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let server = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![of_host.der().clone()], key)
        .unwrap();
    (pem, server)
}

/// A proxy that plays the service itself: what it was asked to connect to, and what it then received,
/// which is nothing where there was no handshake.
fn proxy(server: ServerConfig) -> (String, thread::JoinHandle<(String, Option<String>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let received = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let connect = read_request(&stream);
        stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").unwrap();
        let connection = ServerConnection::new(Arc::new(server)).unwrap();
        let mut stream: StreamOwned<ServerConnection, TcpStream> =
            StreamOwned::new(connection, stream);
        if stream.conn.complete_io(&mut stream.sock).is_err() {
            return (connect, None);
        }
        let request = read_request(&mut stream);
        stream.write_all(&response(200, "", CREATED)).unwrap();
        stream.conn.send_close_notify();
        let _ = stream.flush();
        (connect, Some(request))
    });
    (url, received)
}

#[test]
fn it_registers_over_tls() {
    let site = Site::new(CONFIG);
    let (pem, server) = authority(HOST);
    let roots = site.0.join("roots.pem");
    std::fs::write(&roots, pem).unwrap();
    let (proxy, received) = proxy(server);
    let mut command = site.command();
    command.env("HTTPS_PROXY", &proxy).env("SSL_CERT_FILE", &roots);
    let progress = "CreateCustomerGateway: created cgw-1\ncreated cgw-1\n";
    assert_outcome(&finish(&mut command), 0, "cgw-1\n", progress);
    let (connect, request) = received.join().unwrap();
    assert!(connect.starts_with(&format!("CONNECT {HOST}:443 HTTP/1.1\r\n")), "{connect}");
    let request = request.unwrap();
    assert!(request.starts_with("POST / HTTP/1.1\r\n"), "{request}");
    assert_eq!(parameter(&request, "IpAddress"), "101.12.0.12");
    assert!(!connect.contains("Signature"), "{connect}");
}

#[test]
fn nothing_is_sent_to_a_host_that_cannot_prove_its_name() {
    let (trusted, _) = authority(HOST);
    let (of_another_host, server_of_another_host) = authority("example.com");
    let (_, server_of_another_authority) = authority(HOST);
    for (pem, server, sentence) in [
        (trusted, server_of_another_authority, "invalid peer certificate: BadSignature"),
        (
            of_another_host,
            server_of_another_host,
            "invalid peer certificate: certificate not valid for name",
        ),
    ] {
        let site = Site::new(CONFIG);
        let roots = site.0.join("roots.pem");
        std::fs::write(&roots, pem).unwrap();
        let (proxy, received) = proxy(server);
        let mut command = site.command();
        command.env("HTTPS_PROXY", &proxy).env("SSL_CERT_FILE", &roots);
        // It would go on trying.
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut progress = BufReader::new(child.stderr.take().unwrap());
        progress.read_line(&mut line).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(line.starts_with("CreateCustomerGateway: ") && line.contains(sentence), "{line}");
        assert_eq!(received.join().unwrap().1, None);
    }
}
