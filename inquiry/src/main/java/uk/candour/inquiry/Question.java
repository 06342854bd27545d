package uk.candour.inquiry;

/// What an inquiry asks of the joined records. Each implementation is named after its question and
/// answers it with one finding.
interface Question {

  Finding answer(Casebook casebook);
}
