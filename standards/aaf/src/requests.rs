//! The requests of one file.
use crate::{
    Action, Operation, Reason, Request,
    academie::shortened,
    fault::Fault,
    lexer::{Element, Lexer, Token},
};
use std::io::BufRead;

/// The longest text of a comment that is kept, in characters.
const COMMENT: usize = 60;

/// What a file says of itself, in comments at its beginning. Older feeds say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The version of the directory (`AAF-VE2407`).
    pub version: Option<String>,
    /// The version of the SDET (`Annexe 4bis version 6.4`).
    pub sdet: Option<String>,
    /// The code of the académie without zeros before it (`70`).
    pub academie: Option<String>,
    /// The degree (`1D`, `2D`).
    pub degree: Option<String>,
    /// The day it was made, as the file writes it (`15/09/2026`).
    pub made: Option<String>,
}

impl Header {
    pub(crate) fn take(&mut self, comment: &str) {
        let Some((name, value)) = comment.split_once('=') else { return };
        let value: String = value.trim().trim_matches(['"', '\'']).trim().chars().take(COMMENT).collect();
        let place = match name.trim() {
            "versionAF" => &mut self.version,
            "versionSDET" => &mut self.sdet,
            "codeAcademieExport" => &mut self.academie,
            "degre" => &mut self.degree,
            "dateGenerationExport" => &mut self.made,
            _ => return,
        };
        if !value.is_empty() && place.is_none() {
            *place = Some(if name.trim() == "codeAcademieExport" { shortened(&value) } else { value });
        }
    }
}

/// The requests of one file, one after the other. Memory does not grow with the file.
pub struct Requests<R> {
    lexer: Lexer<R>,
    request: Request,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Within,
    After,
}

impl<R: BufRead> Requests<R> {
    /// The requests of this file, of at most so many bytes. Its name is for faults.
    pub fn of(file: &str, bytes: R, most: u64) -> Result<Self, Fault> {
        Ok(Self { lexer: Lexer::of(file, bytes, most)?, request: Request::empty(), place: Place::Before })
    }

    /// What the file has said of itself so far: all of it once the first request is read.
    pub fn header(&self) -> &Header {
        &self.lexer.header
    }

    /// The next request; none at the end of the file, which must be whole.
    pub fn read(&mut self) -> Result<Option<&Request>, Fault> {
        Ok(if self.advance()? { Some(&self.request) } else { None })
    }

    /// The request that was read last.
    pub(crate) fn request(&self) -> &Request {
        &self.request
    }

    /// How many bytes the file could still have.
    pub(crate) fn left(&self) -> u64 {
        self.lexer.left()
    }

    pub(crate) fn advance(&mut self) -> Result<bool, Fault> {
        if self.place == Place::Before {
            self.document().map_err(|fault| match fault.reason {
                Reason::Unexpected(name) => Fault { reason: Reason::OtherDocument(name), ..fault },
                _ => fault,
            })?;
            self.place = Place::Within;
        }
        if self.place == Place::After {
            return Ok(false);
        }
        let action = match self.lexer.next()? {
            Token::Open(Element::Add) => Action::Add,
            Token::Open(Element::Modify) => Action::Modify,
            Token::Open(Element::Delete) => Action::Delete,
            Token::Close(Element::Document) => {
                let end = self.lexer.next()?;
                self.place = Place::After;
                return if end == Token::End { Ok(false) } else { Err(self.unexpected(end)) };
            }
            token => return Err(self.unexpected(token)),
        };
        self.request.begin(action, self.lexer.line());
        self.parts()?;
        self.request.whole().map_err(|reason| self.lexer.fault(reason))?;
        Ok(true)
    }

    fn document(&mut self) -> Result<(), Fault> {
        match self.lexer.next()? {
            Token::Open(Element::Document) => Ok(()),
            token => Err(self.unexpected(token)),
        }
    }

    /// What is in a request, up to its end.
    fn parts(&mut self) -> Result<(), Fault> {
        loop {
            match self.lexer.next()? {
                Token::Open(Element::Operational) => self.category()?,
                Token::Open(Element::Identifier) => self.id()?,
                Token::Open(Element::Attributes | Element::Modifications) => self.attributes()?,
                Token::Close(Element::Add | Element::Modify | Element::Delete) => return Ok(()),
                token => return Err(self.unexpected(token)),
            }
        }
    }

    fn category(&mut self) -> Result<(), Fault> {
        loop {
            match self.lexer.next()? {
                Token::Open(Element::Attribute | Element::Value) | Token::Close(Element::Attribute) => {}
                Token::Close(Element::Value) => {
                    self.request.about(&self.lexer.text).map_err(|reason| self.lexer.fault(reason))?;
                }
                Token::Close(Element::Operational) => return Ok(()),
                token => return Err(self.unexpected(token)),
            }
        }
    }

    fn id(&mut self) -> Result<(), Fault> {
        loop {
            match self.lexer.next()? {
                Token::Open(Element::Id) => {}
                Token::Close(Element::Id) => {
                    self.request.of(&self.lexer.text).map_err(|reason| self.lexer.fault(reason))?;
                }
                Token::Close(Element::Identifier) => return Ok(()),
                token => return Err(self.unexpected(token)),
            }
        }
    }

    fn attributes(&mut self) -> Result<(), Fault> {
        loop {
            match self.lexer.next()? {
                Token::Open(Element::Attribute | Element::Modification) => self.values()?,
                Token::Close(Element::Attributes | Element::Modifications) => return Ok(()),
                token => return Err(self.unexpected(token)),
            }
        }
    }

    fn values(&mut self) -> Result<(), Fault> {
        let operation = if self.request.action() == Action::Add { Operation::Replace } else { self.lexer.operation };
        self.request.attribute(&self.lexer.name, operation).map_err(|reason| self.lexer.fault(reason))?;
        loop {
            match self.lexer.next()? {
                Token::Open(Element::Value) => {}
                Token::Close(Element::Value) => {
                    self.request.value(&self.lexer.text).map_err(|reason| self.lexer.fault(reason))?;
                }
                Token::Close(Element::Attribute | Element::Modification) => return Ok(()),
                token => return Err(self.unexpected(token)),
            }
        }
    }

    fn unexpected(&self, token: Token) -> Fault {
        self.lexer.fault(match token {
            Token::End => Reason::Cut,
            Token::Open(element) | Token::Close(element) => Reason::Unexpected(element.name().to_owned()),
        })
    }
}
