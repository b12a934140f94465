//! Response bodies, in JSON or XML.

/// A value of a body.
pub enum Node {
    Text(String),
    Number(u64),
    /// A member that holds others.
    Members(Vec<(&'static str, Node)>),
    /// A list: the name that each of its elements has in XML, and in JSON all of them.
    List(&'static str, Vec<Node>),
    Null,
}

pub type Members = Vec<(&'static str, Node)>;

pub fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

/// The body, in the format that the request asks for.
pub fn write(root: &str, members: Members, xml: bool) -> Vec<u8> {
    let mut to = String::new();
    let node = Node::Members(members);
    if xml {
        element(&mut to, root, &node)
    } else {
        json(&mut to, &node)
    }
    to.into_bytes()
}

fn json(to: &mut String, node: &Node) {
    match node {
        Node::Text(text) => {
            to.push('"');
            for character in text.chars() {
                match character {
                    '"' | '\\' => {
                        to.push('\\');
                        to.push(character);
                    }
                    '/' => to.push_str("\\/"),
                    '&' => to.push_str("\\u0026"),
                    _ => to.push(character),
                }
            }
            to.push('"');
        }
        Node::Number(number) => to.push_str(&number.to_string()),
        Node::Members(members) => {
            to.push('{');
            for (index, (name, node)) in members.iter().enumerate() {
                to.push_str(if index > 0 { ",\"" } else { "\"" });
                to.push_str(name);
                to.push_str("\":");
                json(to, node);
            }
            to.push('}');
        }
        Node::List(name, nodes) => {
            to.push_str("{\"");
            to.push_str(name);
            to.push_str("\":[");
            for (index, node) in nodes.iter().enumerate() {
                if index > 0 {
                    to.push(',');
                }
                json(to, node);
            }
            to.push_str("]}");
        }
        Node::Null => to.push_str("null"),
    }
}

fn element(to: &mut String, name: &str, node: &Node) {
    if matches!(node, Node::Null) {
        return;
    }
    to.push('<');
    to.push_str(name);
    to.push('>');
    match node {
        Node::Text(text) => {
            for character in text.chars() {
                match character {
                    '&' => to.push_str("&amp;"),
                    '<' => to.push_str("&lt;"),
                    _ => to.push(character),
                }
            }
        }
        Node::Number(number) => to.push_str(&number.to_string()),
        Node::Members(members) => {
            for (name, node) in members {
                element(to, name, node);
            }
        }
        Node::List(name, nodes) => {
            for node in nodes {
                element(to, name, node);
            }
        }
        Node::Null => {}
    }
    to.push_str("</");
    to.push_str(name);
    to.push('>');
}
