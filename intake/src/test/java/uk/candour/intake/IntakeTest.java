package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.record.Entries;

class IntakeTest {

  @TempDir Path folder;

  /// The remit of the contract, as it stands there.
  @Test
  void readsTheRemitOfTheContract() {
    Intaken intaken =
        new Borough(folder)
            .file(
                "census_2011.csv",
                """
                code,a,b,s,eth,n
                X08000001,0,17,female,Pakistani,400
                X08000001,0,17,male,Pakistani,410
                X08000001,0,17,female,White British,6000
                X08000001,0,17,male,White British,6200
                """)
            .file(
                "police_crimes.csv",
                """
                crime_no,offence_date,date_reported,offence_code,risk,vic_fname,vic_sname,vic_dob,vic_eth,nominal_nickname,phones,nominal2_surname,venue
                C1,05/01/2003,06/01/2003,CSE,VH,Jade,Marsh,04/07/1989,W1,Smiler,07700 900001; 07700 900002,Dunn,Riverside Cars
                C2,,31/02/2003,CSE,H,Amy,TEST,01/01/1900,A2,,,,
                C3,NK,09/03/2003,BURG,Q,Kim,Unwin,01/01/1900,ZZ,,,,
                """)
            .file(
                "remit.yaml",
                """
                inquiry: Eastmoor 1997-2013
                area: {code: X08000001, name: Eastmoor}
                areas: [{code: X08000002, name: Ridley}]        # neighbours, named
                period: {from: 1997-01-01, to: 2013-12-31}
                as-at: 2014-05-31                               # required, here or by --as-at
                population:                                     # optional denominators
                  - {file: census_2011.csv, year: 2011, map: {area: code, age-from: a, age-to: b, sex: s, group: eth, count: n}}
                sources:
                  - name: police-crimes            # used in every citation of a row
                    agency: police
                    kind: police                   # social-care | police | health | school | youth
                    area: X08000001                # default: the inquiry's area
                    file: police_crimes.csv        # relative to the remit; a list or a glob is allowed
                    format: {type: csv, separator: ",", encoding: utf-8, header: 1}
                    dates: dd/MM/yyyy              # default date pattern(s) of this source
                    unknown: ["", "NK", "unknown", "01/01/1900"]    # values that mean 'not recorded'
                    list: police                   # capture list for estimation
                    fed-by: [police]
                    covers: {from: 1997-01-01, to: 2013-12-31}
                    extracted: 2014-05-31          # default the remit's as-at
                    test: {column: vic_sname, values: [TEST]}
                    entry: report-made             # what a row is; see below
                    map:
                      report.id: crime_no
                      report.happened: {column: offence_date}
                      report.recorded: date_reported
                      report.concern: {column: offence_code, values: {CSE: exploitation, MISPER: missing}}
                      report.by: {constant: officer}
                      report.severity: {column: risk, values: {S: 1, M: 2, H: 3, VH: 4}}
                      child.forename: vic_fname
                      child.surname: vic_sname
                      child.born: vic_dob
                      child.ethnicity: {column: vic_eth, codes: police-16+1}
                      suspect.alias: nominal_nickname
                      suspect.phone: {column: phones, split: ";"}
                      suspect[2].surname: nominal2_surname
                      place.name: venue
                """)
            .read();
    Entries entries = intaken.entries();
    assertThat(Borough.lines(entries))
        .containsExactly(
            "report-made 1 ID=C1 HAPPENED=2003-01-05 RECORDED=2003-01-06 CONCERN=0 SEVERITY=4"
                + " BY=officer MADE_TO_BODY=police MADE_TO=2"
                + " child( FORENAME=Jade SURNAME=Marsh BORN=1989-07-04)"
                + " suspect(named ALIAS=Smiler PHONE=07700 900001|07700 900002)"
                + " suspect[2](named SURNAME=Dunn)"
                + " place( NAME=Riverside Cars)",
            "report-made 3 ID=C3 RECORDED=2003-03-09 BY=officer MADE_TO_BODY=police MADE_TO=2"
                + " child( FORENAME=Kim SURNAME=Unwin)");
    assertThat(Borough.problems(intaken))
        .containsExactly(
            "police-crimes,2,vic_sname,TEST,no test row: it is set aside",
            "police-crimes,3,offence_code,BURG,one of the values that the remit names for"
                + " report.concern",
            "police-crimes,3,risk,Q,one of the values that the remit names for report.severity",
            "police-crimes,3,vic_eth,ZZ,a code of police-16+1");
    assertThat(intaken.characteristics().stated(0))
        .hasToString(
            "Characteristic[system=police-16+1, code=W1, label=White British, group=White, usable=true]");
    assertThat(intaken.characteristics().residents()).hasSize(4);
    assertThat(entries.scope().population()).hasSize(1);
    assertThat(entries.scope().population().getFirst().count()).isEqualTo(13010);
    assertThat(entries.inputs())
        .extracting("source", "rows")
        .containsExactly(tuple("population", 4), tuple("police-crimes", 3));
  }

  @Test
  void aValueThatAReaderCannotTakeIsListedAndItsRowKept() {
    Intaken intaken =
        new Borough(folder)
            .source(
                "id,on,who\nC1,2003-05-09,Ki\u0000m\nC2,2003-05-10,Amy\n",
                "entry: report-made, dates: yyyy-MM-dd,"
                    + " map: {report.id: id, report.recorded: on, child.forename: who}")
            .read();
    assertThat(intaken.entries().size()).isEqualTo(2);
    assertThat(Borough.problems(intaken)).hasSize(1);
    assertThat(Borough.problems(intaken).getFirst()).startsWith("s,1,who,");
  }

  @Test
  void aRowThatRepeatsAnotherMakesNoMentionAndIsKnownToNameTheSamePeople() {
    String note = "Copied from the log of that night";
    Intaken intaken =
        new Borough(folder)
            .source(
                "id,on,who,born,with,text\n"
                    + "C1,2003-05-09,Kim Unwin,1989-07-04,,\n"
                    + "C1,2003-05-09,Kim Unwin,1989-07-04,Amy Dunn,\n"
                    + ("C2,2003-05-10,Amy Dunn,1990-01-02,,"
                        + note
                        + "\nC3,2003-05-10,Amy Dunn,1990-01-02,,"
                        + note
                        + "\n"),
                "entry: report-made, map: {report.id: id, report.recorded: on, report.text: text,"
                    + " child.name: who, child.born: born, 'child[2].name': with}")
            .read();
    Entries entries = intaken.entries();
    var repeats = entries.repeats();
    assertThat(entries.people().size()).isEqualTo(3);
    assertThat(repeats.size()).isEqualTo(2);
    assertThat(entries.sourceRow(repeats.row(0))).isEqualTo(2);
    assertThat(repeats.id(0)).isEqualTo("C1");
    assertThat(repeats.mention(0)).isZero();
    assertThat(entries.sourceRow(repeats.row(1))).isEqualTo(4);
    assertThat(repeats.id(1)).isEqualTo("C3");
    assertThat(repeats.mention(1)).isEqualTo(2);
  }
}
