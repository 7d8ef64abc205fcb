//! Sheets for paper: QR codes as inline SVG, pages cut where scissors go.
