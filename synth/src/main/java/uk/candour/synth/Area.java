package uk.candour.synth;

/// The borough and its neighbours, all invented, with postcode districts of an area that does not
/// exist.
enum Area {
  EASTMOOR("X08000001", "Eastmoor", 1, 6),
  RIDLEY("X08000002", "Ridley", 7, 2),
  THORNBY("X08000003", "Thornby", 9, 1);

  private final String code;
  private final String title;
  private final int firstDistrict;
  private final int districts;

  Area(String code, String title, int firstDistrict, int districts) {
    this.code = code;
    this.title = title;
    this.firstDistrict = firstDistrict;
    this.districts = districts;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  int firstDistrict() {
    return firstDistrict;
  }

  int districts() {
    return districts;
  }
}
