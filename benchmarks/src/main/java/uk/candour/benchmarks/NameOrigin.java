package uk.candour.benchmarks;

import java.util.List;

/// Where the names of a family come from, with the names that its children are given and carry.
///
/// The commonest stand first; a name is drawn with weight 1 / (place + 3). Links missed and made
/// falsely are counted by origin, because a linkage may serve one community worse than another.
enum NameOrigin {
  WHITE_BRITISH(
      0.58,
      """
      Chloe Emily Jessica Sophie Lauren Rebecca Charlotte Hannah Amy Megan Shannon Katie Bethany Emma
      Lucy Georgia Laura Rachel Danielle Jade Sarah Abigail Samantha Elizabeth Victoria Natasha
      Stephanie Zoe Kelly Kirsty Gemma Leanne Nicola Stacey Kayleigh Jodie Paige Ellie Holly Alice
      Naomi Eleanor Molly Rosie Courtney Natalie Alexandra Katherine Jennifer Michelle Claire Tracey
      Donna Amanda Louise Christine Margaret Patricia Susan Tamsin Philippa Rosalind
      """,
      """
      Jack Daniel Thomas James Joshua Matthew Ryan Joseph Samuel Liam Jordan Luke Connor Alexander
      Benjamin Adam Harry Jake George Callum William Michael Kieran Ashley Aaron Nathan Kyle Robert
      Christopher Andrew Scott Lee Craig Shaun Gary Stephen Paul David Mark Simon Darren Wayne Dean
      Carl Stuart Peter Anthony Richard Edward Charles Nicholas Timothy Gareth Rhys Dominic Gavin
      Nigel Barry Terence Geoffrey
      """,
      """
      Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker
      White Roberts Green Hall Wood Jackson Clarke Clark Harris Lewis Turner Hill Cooper Harrison
      Ward Morris Moore Shaw Baker Martin Lee King Allen Morgan Parker James Scott Bennett Phillips
      Watson Carter Price Cook Bailey Griffiths Cox Collins Richardson Marshall Young Foster Ellis
      Adams Simpson Chapman Mitchell Stevens Webb Rogers Hunt Mills Palmer Barker Fisher Holmes
      Dixon Fletcher Booth Hudson Knight Reynolds Barnes Pearson Hobson Armitage Sykes Beaumont
      Crowther Haigh Hirst Dyson Lockwood Thackray Ogden Sutcliffe Greenwood Barraclough Ackroyd
      Whitehead Stringer Burgin Staniforth Wragg Bagshaw Eyre Oxley Hinchliffe Micklethwaite Parkin
      Lilley Copley Rawson Tingle Fearnley Moxon Utley Wadsworth Yeadon Pashley Birtles Cutts Dungworth
      """),
  IRISH_TRAVELLER(
      0.06,
      """
      Mary Margaret Bridget Kathleen Ann Theresa Siobhan Sinead Winifred Eileen Helen Josephine
      Philomena Shannon Chantelle Rosie
      """,
      """
      John Patrick Michael Martin James Thomas Edward Simon Miley Padraig Sean Francis Anthony
      Bernard Hughie Denis
      """,
      """
      Ward McDonagh Connors Stokes Doherty Maughan O'Connor O'Brien McCarthy O'Reilly Cash Joyce
      McGinley Delaney Quilligan MacMahon O'Donnell Collins
      """),
  SOUTH_ASIAN(
      0.17,
      """
      Aisha Fatima Zainab Maryam Saima Shazia Nadia Rukhsana Nasreen Samina Shabana Farzana Humaira
      Iqra Sana Noreen Kiran Parveen Tahira Yasmin Anjali Priya Harpreet Manpreet Jaspreet Simran
      Nusrat Rabia Sadia Uzma
      """,
      """
      Mohammed Ahmed Imran Usman Bilal Asif Tariq Khalid Shahid Nadeem Waqas Adnan Faisal Kamran
      Zahid Arshad Hamza Yusuf Ibrahim Abdul Rashid Naveed Sajid Harjit Gurpreet Sukhdeep Rajesh Amit
      Shafiq Zubair
      """,
      """
      Hussain Khan Ahmed Ali Mahmood Patel Singh Akhtar Iqbal Shah Malik Rahman Choudhury Sheikh
      Mirza Uddin Rehman Aslam Butt Bashir Miah Begum Kaur Hassan Yousaf Qureshi Raja Chaudhry Sharif
      Sandhu
      """),
  EAST_EUROPEAN(
      0.09,
      """
      Katarzyna Agnieszka Małgorzata Joanna Zuzana Eva Lenka Mária Elena Ioana Mihaela Oksana
      Natalia Julia Zofia Veronika Andreea Kristína
      """,
      """
      Piotr Krzysztof Tomasz Paweł Łukasz Marek Jozef Milan Ján Andrei Ionuț Mihai Yuriy Oleksandr
      Dmytro Jakub Vasile Ladislav
      """,
      """
      Kowalski Nowak Wiśniewski Wójcik Lewandowski Zieliński Szymański Novák Horváth Balogh Gunár
      Mirga Popescu Ionescu Dumitru Petrov Ivanov Shevchenko Kovalenko Bondarenko Lakatoš Giňa
      """),
  SOMALI_ARABIC(
      0.06,
      """
      Hodan Fadumo Amina Khadija Ifrah Sahra Halima Maryan Zahra Noor Leila Hamdi Asma Nimo
      """,
      """
      Abdi Mohamed Hassan Abdirahman Omar Ali Yusuf Mahad Ahmed Ismail Khalid Bilal Hamza Said
      """,
      """
      Mohamed Ali Hassan Abdi Ahmed Omar Farah Warsame Jama Osman Ibrahim Nur Yusuf Aden Salah
      Al-Masri El-Sayed
      """),
  WEST_AFRICAN(
      0.04,
      """
      Adwoa Abena Akosua Ama Efua Ngozi Chioma Folake Blessing Grace Mercy Patience
      """,
      """
      Kwame Kofi Kwesi Yaw Kojo Emeka Chidi Tunde Emmanuel Samuel Joshua David
      """,
      """
      Mensah Owusu Boateng Asante Appiah Okafor Adeyemi Okonkwo Osei Agyeman Balogun Eze
      """);

  private final double share;
  private final String girls;
  private final String boys;
  private final String surnames;

  NameOrigin(double share, String girls, String boys, String surnames) {
    this.share = share;
    this.girls = girls;
    this.boys = boys;
    this.surnames = surnames;
  }

  /// The share of families whose names are of this origin.
  double share() {
    return share;
  }

  List<String> forenames(boolean female) {
    return words(female ? girls : boys);
  }

  List<String> surnames() {
    return words(surnames);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }
}
