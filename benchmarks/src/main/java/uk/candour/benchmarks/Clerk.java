package uk.candour.benchmarks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Somebody who writes a name down as heard, known or typed: nicknames, spellings of one name,
/// slips of the keyboard, letters that the system lacks.
final class Clerk {

  /// Short forms that stand for a forename in talk and often on paper.
  private static final Map<String, List<String>> NICKNAMES =
      Map.ofEntries(
          Map.entry("Elizabeth", List.of("Liz", "Beth", "Lizzie", "Betty")),
          Map.entry("Katherine", List.of("Kate", "Katie", "Kathy")),
          Map.entry("Rebecca", List.of("Becky", "Becca")),
          Map.entry("Samantha", List.of("Sam", "Sammy")),
          Map.entry("Victoria", List.of("Vicky", "Tori")),
          Map.entry("Jessica", List.of("Jess", "Jessie")),
          Map.entry("Charlotte", List.of("Charlie", "Lottie")),
          Map.entry("Stephanie", List.of("Steph")),
          Map.entry("Danielle", List.of("Dani")),
          Map.entry("Natasha", List.of("Tash")),
          Map.entry("Alexandra", List.of("Alex", "Sandra")),
          Map.entry("Jennifer", List.of("Jenny", "Jen")),
          Map.entry("Abigail", List.of("Abi", "Abby")),
          Map.entry("Bethany", List.of("Beth")),
          Map.entry("Kayleigh", List.of("Kay")),
          Map.entry("Eleanor", List.of("Ellie", "Nell")),
          Map.entry("Amanda", List.of("Mandy")),
          Map.entry("Susan", List.of("Sue")),
          Map.entry("Christine", List.of("Chris", "Tina")),
          Map.entry("Margaret", List.of("Maggie", "Peggy")),
          Map.entry("Bridget", List.of("Biddy", "Bridie")),
          Map.entry("Theresa", List.of("Tess")),
          Map.entry("Winifred", List.of("Winnie")),
          Map.entry("Siobhan", List.of("Joan")),
          Map.entry("Thomas", List.of("Tom", "Tommy")),
          Map.entry("Daniel", List.of("Dan", "Danny")),
          Map.entry("James", List.of("Jim", "Jamie", "Jimmy")),
          Map.entry("Joshua", List.of("Josh")),
          Map.entry("Matthew", List.of("Matt")),
          Map.entry("Joseph", List.of("Joe", "Joey")),
          Map.entry("Samuel", List.of("Sam")),
          Map.entry("Alexander", List.of("Alex", "Sandy")),
          Map.entry("Benjamin", List.of("Ben")),
          Map.entry("William", List.of("Bill", "Will", "Billy")),
          Map.entry("Michael", List.of("Mick", "Mike")),
          Map.entry("Robert", List.of("Bob", "Rob", "Bobby")),
          Map.entry("Christopher", List.of("Chris", "Kit")),
          Map.entry("Andrew", List.of("Andy", "Drew")),
          Map.entry("Stephen", List.of("Steve", "Steven")),
          Map.entry("David", List.of("Dave")),
          Map.entry("Anthony", List.of("Tony")),
          Map.entry("Richard", List.of("Dick", "Rick")),
          Map.entry("Edward", List.of("Ted", "Ned", "Eddie")),
          Map.entry("Charles", List.of("Charlie", "Chas")),
          Map.entry("Nicholas", List.of("Nick")),
          Map.entry("Timothy", List.of("Tim")),
          Map.entry("Terence", List.of("Terry")),
          Map.entry("Geoffrey", List.of("Geoff")),
          Map.entry("Patrick", List.of("Paddy", "Pat")),
          Map.entry("Padraig", List.of("Paddy", "Patrick")),
          Map.entry("Sean", List.of("John", "Shaun")),
          Map.entry("Francis", List.of("Frank")),
          Map.entry("John", List.of("Johnny", "Jack")),
          Map.entry("Martin", List.of("Marty")),
          Map.entry("Katarzyna", List.of("Kasia")),
          Map.entry("Agnieszka", List.of("Aga")),
          Map.entry("Małgorzata", List.of("Gosia")),
          Map.entry("Joanna", List.of("Asia")),
          Map.entry("Krzysztof", List.of("Krzysiek", "Chris")),
          Map.entry("Tomasz", List.of("Tomek")),
          Map.entry("Oleksandr", List.of("Sasha")),
          Map.entry("Mohammed", List.of("Mo")),
          Map.entry("Abdirahman", List.of("Abdi")));

  /// Spellings of one name, each list one name.
  private static final List<List<String>> SPELLINGS =
      List.of(
          List.of("Mohammed", "Muhammad", "Mohamed", "Mohammad", "Mohd"),
          List.of("Hussain", "Hussein", "Husain", "Hossain"),
          List.of("Choudhury", "Chowdhury", "Chaudhry", "Choudhry"),
          List.of("Ahmed", "Ahmad"),
          List.of("Rahman", "Rehman", "Rahmaan"),
          List.of("Sheikh", "Shaikh"),
          List.of("Mahmood", "Mehmood", "Mahmud"),
          List.of("Akhtar", "Akthar"),
          List.of("Yousaf", "Yusuf", "Yousef", "Youssef"),
          List.of("Aisha", "Ayesha", "Aysha"),
          List.of("Fatima", "Fatimah"),
          List.of("Maryam", "Mariam", "Maryan"),
          List.of("Nasreen", "Nasrin"),
          List.of("Zainab", "Zaynab", "Zainib"),
          List.of("Khadija", "Khadijah", "Qadija"),
          List.of("Fadumo", "Faduma", "Fatuma"),
          List.of("Abdirahman", "Abdulrahman", "Abdi Rahman"),
          List.of("Osman", "Cusmaan", "Uthman"),
          List.of("Omar", "Umar"),
          List.of("Farah", "Faarax"),
          List.of("Ibrahim", "Ebrahim", "Ibraahim"),
          List.of("Chloe", "Cloe", "Khloe"),
          List.of("Sophie", "Sophy", "Sofie"),
          List.of("Rebecca", "Rebekah"),
          List.of("Sarah", "Sara"),
          List.of("Hannah", "Hanna"),
          List.of("Kayleigh", "Kaylee", "Kayley"),
          List.of("Megan", "Meghan"),
          List.of("Katherine", "Catherine", "Kathryn"),
          List.of("Stacey", "Stacy"),
          List.of("Connor", "Conor"),
          List.of("Callum", "Calum"),
          List.of("Shaun", "Sean", "Shawn"),
          List.of("Kieran", "Ciaran"),
          List.of("Matthew", "Mathew"),
          List.of("Stephen", "Steven"),
          List.of("Clarke", "Clark"),
          List.of("Thompson", "Thomson"),
          List.of("Davies", "Davis"),
          List.of("Phillips", "Philips"),
          List.of("Stevens", "Stephens"),
          List.of("Griffiths", "Griffith"),
          List.of("Shevchenko", "Szewczenko", "Chevchenko"),
          List.of("Kovalenko", "Kowalenko"),
          List.of("Yuriy", "Iurii", "Yuri", "Jurij"),
          List.of("Dmytro", "Dmitri", "Dmitry"),
          List.of("Oleksandr", "Alexander", "Aleksandr"),
          List.of("Novák", "Nowak"),
          List.of("Maughan", "Mahon", "Maugham"),
          List.of("McDonagh", "McDonough", "MacDonagh", "McDonnagh"),
          List.of("Doherty", "Docherty", "O'Doherty"));

  private static final String NEIGHBOURS =
      "aqsz bvghn cxdfv dserfcx ewsdr frtgvcd gtyhbvf hyujnbg iujko jhuikmn kjiolm lkop mnjk nbhjm"
          + " oiklp pol qwa redft sawedxz tfgyr ujhyi vcfgb wqase xzsdc ythgu zasx";

  private final RandomGenerator random;

  Clerk(RandomGenerator random) {
    this.random = random;
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// One of the items, all alike.
  <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /// One of the items, those in front more often.
  <T> T common(List<T> items) {
    double sum = 0;
    for (int i = 0; i < items.size(); i++) {
      sum += 1.0 / (i + 3);
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < items.size(); i++) {
      left -= 1.0 / (i + 3);
      if (left < 0) {
        return items.get(i);
      }
    }
    return items.getLast();
  }

  /// A short form of the forename, or the forename where it has none.
  String nickname(String forename) {
    return any(NICKNAMES.getOrDefault(forename, List.of(forename)));
  }

  /// Another spelling of a name, or the name where it has one alone.
  String spelling(String name) {
    for (List<String> spellings : SPELLINGS) {
      if (spellings.contains(name)) {
        return any(spellings);
      }
    }
    return irish(name);
  }

  private String irish(String name) {
    if (name.startsWith("O'")) {
      return any(List.of("O " + name.substring(2), "O" + name.substring(2), name.substring(2)));
    }
    if (name.startsWith("Mac")) {
      return "Mc" + name.substring(3);
    }
    return name.startsWith("Mc") ? any(List.of("Mac", "Mc ")) + name.substring(2) : name;
  }

  /// The name without the marks that an English keyboard lacks.
  static String plain(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return folded.replace('ł', 'l').replace('Ł', 'L');
  }

  /// The name with one slip: a letter doubled, dropped, exchanged with the next or hit beside.
  String slip(String name) {
    if (name.length() < 3) {
      return name;
    }
    int at = 1 + random.nextInt(name.length() - 1);
    String before = name.substring(0, at);
    char letter = name.charAt(at);
    String after = name.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + letter + letter + after;
      case 1 -> before + after;
      case 2 -> before.substring(0, at - 1) + letter + before.charAt(at - 1) + after;
      default -> before + beside(letter) + after;
    };
  }

  private char beside(char letter) {
    int entry = (" " + NEIGHBOURS).indexOf(" " + letter);
    if (entry < 0) {
      return letter;
    }
    String keys = NEIGHBOURS.substring(entry).split(" ", 2)[0];
    return keys.charAt(1 + random.nextInt(keys.length() - 1));
  }

  /// Digits with one of them wrong or two neighbours exchanged.
  String slipOfDigits(String digits) {
    int at = random.nextInt(digits.length() - 1);
    char[] slipped = digits.toCharArray();
    if (happens(0.5)) {
      slipped[at] = (char) ('0' + random.nextInt(10));
    } else {
      slipped[at] = digits.charAt(at + 1);
      slipped[at + 1] = digits.charAt(at);
    }
    return new String(slipped);
  }

  /// The parts that are not empty, in any order.
  List<String> shuffled(List<String> parts) {
    List<String> shuffled = new ArrayList<>(parts);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      String moved = shuffled.set(random.nextInt(i + 1), shuffled.get(i));
      shuffled.set(i, moved);
    }
    return shuffled;
  }
}
