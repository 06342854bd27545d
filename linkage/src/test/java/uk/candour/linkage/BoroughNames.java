package uk.candour.linkage;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Names of an invented borough: for each community forenames for girls and boys and surnames, the
/// commonest first, with how people in it are also written. Written apart from the product's own
/// tables.
final class BoroughNames {

  private record Community(
      double share, List<String> girls, List<String> boys, List<String> last) {}

  private static final List<Community> COMMUNITIES =
      List.of(
          new Community(
              0.66,
              words(
                  "Jessica Chloe Emma Sarah Lauren Rebecca Charlotte Amy Hannah Sophie Megan Emily"
                      + " Laura Bethany Katie Lucy Olivia Ellie Abigail Jade Holly Georgia Danielle"
                      + " Samantha Victoria Rachel Natalie Kayleigh Leah Paige Shannon Courtney"
                      + " Stacey Kelly Elizabeth Alice Molly Ella Grace Zoe Nicole Gemma Stephanie"
                      + " Catherine Louise Jennifer Naomi Kirsty Harriet Eleanor Amber Caitlin Toni"
                      + " Kimberley Francesca Melissa Robyn Tara Imogen Phoebe Rosie Isobel Lydia"
                      + " Tamsin Bryony Philippa Annabel Kerry Donna Carla Dawn Maxine Lorraine"),
              words(
                  "James Daniel Thomas Matthew Joshua Jack Christopher Luke Ryan Michael Liam Adam"
                      + " Samuel Joseph Benjamin Jordan Andrew David Robert Connor Lewis Jamie Kyle"
                      + " Nathan Callum Aaron William Alexander John Mark Lee Ashley Craig Scott"
                      + " Sean Stephen Paul Anthony Bradley Dean Shane Gary Kevin Darren Peter"
                      + " Richard Simon Jonathan Stuart Wayne Carl Nicholas Edward George Oliver"
                      + " Harry Charles Philip Martin Ian Graham Neil Patrick Jason Alan Dominic"
                      + " Gareth Rhys Owen Duncan Fraser Tobias Rupert Barnaby Clive Nigel"),
              words(
                  "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson"
                      + " Evans Walker White Roberts Green Hall Wood Jackson Clarke Harris Clark"
                      + " Lewis Turner Cooper Ward Hill Moore Morris Baker Harrison Morgan King"
                      + " Allen Parker Edwards Lee Martin Watson Shaw Bennett Carter Hughes Bell"
                      + " Ellis Mitchell Cook Adams Marshall Webb Rogers Hunt Holmes Palmer Mills"
                      + " Barker Knight Pearson Fletcher Dixon Fisher Booth Hardy Lowe Sutton Marsh"
                      + " Gibson Murphy Kelly Collins Stewart Murray Graham Hamilton Ross Reid"
                      + " Wainwright Ollerenshaw Hinchliffe Haigh Sykes Armitage Crossley Dyson"
                      + " Kaye Lockwood Micklethwaite Oldroyd Priestley Ramsden Sugden Thackray"
                      + " Whitehead Broadbent Earnshaw Firth Garside Hobson Illingworth Jessop"
                      + " Langley Nettleton Pickles Quarmby Rushworth Stansfield Tordoff Uttley"
                      + " Varley Womersley Yeadon Ackroyd Beaumont Cawthorne Dransfield Eastwood")),
          new Community(
              0.2,
              words(
                  "Aisha Fatima Zainab Maryam Amina Saima Sana Nadia Farah Humaira Iqra Sumaira"
                      + " Khadija Shazia Rukhsana Nazia Samina Hina Kiran Mehwish Halima Sadia"
                      + " Anisa Rabia Tahira Shabana Uzma Nasreen Rubina Asma Bushra Noreen Zara"
                      + " Yasmin Saira Maria Sofia Alina Hafsa Sidra"),
              words(
                  "Mohammed Ali Imran Asif Usman Adeel Bilal Hassan Hussain Tariq Shahid Waqas"
                      + " Kamran Nadeem Naveed Omar Faisal Amir Rizwan Zahid Shabir Javed Khalid"
                      + " Ibrahim Ismail Yasir Sajid Wasim Zeeshan Arshad Haroon Junaid Nasir Qasim"
                      + " Saeed Tahir Umar Yusuf Zubair Shafiq Shakeel Sohail Farhan Irfan"),
              words(
                  "Khan Hussain Ahmed Ali Mahmood Akhtar Iqbal Shah Malik Begum Mirza Hassan"
                      + " Rashid Aslam Bashir Choudhury Rafiq Sheikh Qureshi Siddiqui Butt Bibi"
                      + " Rehman Yousaf Zaman Khalid Nawaz Saleem Sharif Younis Ashraf Farooq"
                      + " Hanif Javed Latif Miah Patel Singh Kaur Uddin")),
          new Community(
              0.08,
              words(
                  "Anna Katarzyna Magdalena Agnieszka Monika Joanna Ewa Natalia Karolina Aleksandra"
                      + " Zuzana Ivana Lenka Maria Elena Andreea Cristina Mihaela Viktoria Nikola"),
              words(
                  "Piotr Krzysztof Tomasz Marcin Pawel Jan Jakub Mateusz Michal Lukasz Marek Ivan"
                      + " Milan Jozef Andrei Mihai Cristian Stefan Roman Patrik"),
              words(
                  "Kowalski Nowak Wisniewski Wojcik Lewandowski Zielinski Kaminski Horvath Novak"
                      + " Balog Popescu Ionescu Dumitru Ivanov Petrov Szabo Kovac Tokar Gabor"
                      + " Danko")),
          new Community(
              0.06,
              words(
                  "Siobhan Niamh Bridget Margaret Kathleen Mary Ciara Aoife Sinead Roisin Fadumo"
                      + " Hodan Ayaan Nimco Temitope Blessing Comfort Grace Abigail Ruth"),
              words(
                  "Patrick John Michael Martin Sean Ciaran Eoin Declan Hugh Miles Abdirahman Ahmed"
                      + " Mohamed Liban Samuel Emmanuel Kwame Daniel Joseph David"),
              words(
                  "Ward McDonagh Connors Stokes Doherty Maughan O'Brien O'Connor Gallagher Kelly"
                      + " Ali Hassan Warsame Farah Abdi Okafor Mensah Adeyemi Boateng Osei")));

  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("Jessica", "Jess Jessie"),
          Map.entry("Rebecca", "Becky Becca Bex"),
          Map.entry("Charlotte", "Charlie Lottie"),
          Map.entry("Elizabeth", "Liz Beth Lizzie"),
          Map.entry("Samantha", "Sam Sammy"),
          Map.entry("Victoria", "Vicky Tori"),
          Map.entry("Catherine", "Kate Cath Katherine"),
          Map.entry("Stephanie", "Steph"),
          Map.entry("Danielle", "Dani"),
          Map.entry("Natalie", "Nat"),
          Map.entry("Jennifer", "Jen Jenny"),
          Map.entry("Abigail", "Abbie Abi"),
          Map.entry("Katie", "Katy Kate"),
          Map.entry("Bethany", "Beth"),
          Map.entry("Margaret", "Maggie Peggy"),
          Map.entry("Kimberley", "Kim"),
          Map.entry("Nicole", "Nikki"),
          Map.entry("Sarah", "Sara"),
          Map.entry("Rachel", "Rachael"),
          Map.entry("James", "Jim Jimmy Jamie"),
          Map.entry("Daniel", "Dan Danny"),
          Map.entry("Thomas", "Tom Tommy"),
          Map.entry("Matthew", "Matt"),
          Map.entry("Joshua", "Josh"),
          Map.entry("Christopher", "Chris"),
          Map.entry("Michael", "Mick Mike Mikey"),
          Map.entry("Samuel", "Sam"),
          Map.entry("Joseph", "Joe Joey"),
          Map.entry("Benjamin", "Ben"),
          Map.entry("Andrew", "Andy"),
          Map.entry("David", "Dave"),
          Map.entry("Robert", "Rob Bob Bobby"),
          Map.entry("William", "Will Billy"),
          Map.entry("Alexander", "Alex"),
          Map.entry("Anthony", "Tony"),
          Map.entry("Stephen", "Steve Steven"),
          Map.entry("Richard", "Rick Rich"),
          Map.entry("Nicholas", "Nick"),
          Map.entry("Edward", "Ed Eddie"),
          Map.entry("Patrick", "Paddy Pat"),
          Map.entry("Jonathan", "Jon Jonny"),
          Map.entry("Philip", "Phil Phillip"),
          Map.entry("Mohammed", "Mo Muhammad Mohamed Mohd"),
          Map.entry("Mohamed", "Mohammed Mo"),
          Map.entry("Hussain", "Hussein Husain"),
          Map.entry("Ahmed", "Ahmad"),
          Map.entry("Choudhury", "Chaudhry Chowdhury"),
          Map.entry("Sheikh", "Shaikh"),
          Map.entry("Rehman", "Rahman"),
          Map.entry("Mahmood", "Mehmood"),
          Map.entry("Hassan", "Hasan"),
          Map.entry("Yousaf", "Yusuf"),
          Map.entry("Aisha", "Ayesha"),
          Map.entry("Shafiq", "Shaf"),
          Map.entry("Tariq", "Taz"),
          Map.entry("Imran", "Immy"),
          Map.entry("Kowalski", "Kowalska"),
          Map.entry("Novak", "Novakova"),
          Map.entry("Kaminski", "Kaminska"),
          Map.entry("O'Brien", "OBrien Obrien"),
          Map.entry("O'Connor", "Connor OConnor"),
          Map.entry("McDonagh", "Mc Donagh MacDonagh"),
          Map.entry("Doherty", "Docherty"),
          Map.entry("Clarke", "Clark"),
          Map.entry("Stewart", "Stuart"));

  private BoroughNames() {}

  private static List<String> words(String words) {
    return List.of(words.split(" ", -1));
  }

  /// A community at random, by its share.
  static int community(Random random) {
    double at = random.nextDouble();
    for (int c = 0; c < COMMUNITIES.size(); c++) {
      at -= COMMUNITIES.get(c).share();
      if (at < 0) {
        return c;
      }
    }
    return 0;
  }

  static String forename(Random random, int community, boolean girl) {
    Community from = COMMUNITIES.get(community);
    return pick(random, girl ? from.girls() : from.boys(), 0.6);
  }

  static String surname(Random random, int community) {
    Community from = COMMUNITIES.get(community);
    String name = pick(random, from.last(), 0.75);
    // A long tail of rare surnames, as every English town has.
    return community == 0 && random.nextDouble() < 0.35 ? rare(random) : name;
  }

  private static String rare(Random random) {
    String[] starts =
        ("Ash Black Brad Brom Burn Cald Chad Clay Cold Cran Dal Den Eas Elm Farn Gar Had Hal Hart"
                + " Hol Hunt Ket Lang Lin Mar Mel Mid New Nor Oak Pem Rad Red Ship Stan Sut Thorn"
                + " Wal Wet Whit Win Wool")
            .split(" ", -1);
    String[] ends =
        "ley ton worth field ham wood by thorpe well shaw stead burn croft dale gate bury hurst"
            .split(" ", -1);
    return starts[random.nextInt(starts.length)] + ends[random.nextInt(ends.length)];
  }

  /// A name by Zipf's law, the first being the commonest.
  private static String pick(Random random, List<String> names, double steepness) {
    double total = 0;
    for (int i = 0; i < names.size(); i++) {
      total += 1 / Math.pow(i + 1.0, steepness);
    }
    double at = random.nextDouble() * total;
    for (int i = 0; i < names.size(); i++) {
      at -= 1 / Math.pow(i + 1.0, steepness);
      if (at < 0) {
        return names.get(i);
      }
    }
    return names.get(0);
  }

  /// Another way of writing a name, or the name where it has none.
  static String also(Random random, String name) {
    String others = ALSO.get(name);
    if (others == null) {
      return name;
    }
    List<String> choices = words(others);
    return choices.get(random.nextInt(choices.size()));
  }
}
