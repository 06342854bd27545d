package uk.candour.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.session.SessionRegistry;
import uk.candour.server.access.Access;
import uk.candour.server.access.AccessTable;
import uk.candour.server.access.Viewers;
import uk.candour.server.accounts.AccountPages;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Passwords;
import uk.candour.server.accounts.Sessions;
import uk.candour.server.administration.AdministrationPages;
import uk.candour.server.api.Figures;
import uk.candour.server.api.Operations;
import uk.candour.server.api.ReportsApi;
import uk.candour.server.children.ChildPages;
import uk.candour.server.decisions.DecisionPages;
import uk.candour.server.directions.DirectionPages;
import uk.candour.server.duties.CaseloadPages;
import uk.candour.server.duties.Duties;
import uk.candour.server.duties.DutyPages;
import uk.candour.server.duties.Owners;
import uk.candour.server.duties.Watch;
import uk.candour.server.escalations.EscalationPages;
import uk.candour.server.inquiries.Inquiries;
import uk.candour.server.inquiries.InquiryPages;
import uk.candour.server.log.AccessLogPages;
import uk.candour.server.log.LogFiles;
import uk.candour.server.pages.Assets;
import uk.candour.server.pages.Errors;
import uk.candour.server.pages.HomePages;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.server.reports.Drafts;
import uk.candour.server.reports.FollowPages;
import uk.candour.server.reports.MyReports;
import uk.candour.server.reports.ReportPages;
import uk.candour.server.search.SearchPages;
import uk.candour.server.statistics.Statistics;
import uk.candour.server.statistics.StatisticsPages;
import uk.candour.store.DataFolder;
import uk.candour.store.Database;
import uk.candour.store.LiveRecord;
import uk.candour.store.Unavailable;

/// What the service is made of. The record, its folder, the clock and the settings come from
/// [Serve].
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Doors.class)
class Parts {

  private static final int CONNECTIONS = 4;

  @Bean
  DataSource accountsDatabase(DataFolder folder) {
    var login = folder.database().login(Database.Role.WRITER);
    var pool = new HikariConfig();
    pool.setJdbcUrl(login.url());
    pool.setUsername(login.user());
    pool.setPassword(login.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    return new HikariDataSource(pool);
  }

  @Bean
  JdbcClient jdbc(DataSource accountsDatabase) {
    return JdbcClient.create(accountsDatabase);
  }

  @Bean
  Accounts accounts(JdbcClient jdbc, Clock time) {
    return new Accounts(jdbc, time);
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  AccessTable accessTable() {
    return AccessTable.read();
  }

  @Bean
  Viewers viewers(Accounts accounts) {
    return new Viewers(accounts);
  }

  @Bean
  Picture picture(LiveRecord record) throws Unavailable {
    Picture picture = new Picture(record);
    picture.catchUp();
    return picture;
  }

  @Bean
  Acts acts(LiveRecord record, Picture picture, Accounts accounts, Clock time, Settings settings) {
    return new Acts(record, picture, accounts, time, settings.area(), LocalDate.of(2026, 1, 1));
  }

  @Bean
  Pages pages(Viewers viewers, AccessTable table, Acts acts, Settings settings) {
    return new Pages(viewers, table, acts, settings.demo());
  }

  @Bean
  Errors errors(Pages pages) {
    return new Errors(pages);
  }

  @Bean
  Assets assets() {
    return new Assets();
  }

  @Bean
  HomePages homePages(Pages pages) {
    return new HomePages(pages);
  }

  @Bean
  AccountPages accountPages(
      Pages pages,
      Accounts accounts,
      Passwords passwords,
      Sessions sessionsOfAccounts,
      Acts acts,
      Settings settings) {
    return new AccountPages(
        pages,
        accounts,
        passwords,
        sessionsOfAccounts,
        acts,
        settings.demo() ? Start.DEMONSTRATION_PASSWORD : "");
  }

  @Bean
  Sessions sessionsOfAccounts(SessionRegistry sessions) {
    return new Sessions(sessions);
  }

  @Bean
  Drafts drafts(JdbcClient jdbc, Clock time) {
    return new Drafts(jdbc, time);
  }

  @Bean
  ReportPages reportPages(
      Pages pages,
      Errors errors,
      Acts acts,
      Picture picture,
      Drafts drafts,
      Viewers viewers,
      Accounts accounts) {
    return new ReportPages(pages, errors, acts, picture, drafts, viewers, accounts);
  }

  @Bean
  FollowPages followPages(Pages pages, Acts acts, Picture picture) {
    return new FollowPages(pages, acts, picture);
  }

  @Bean
  Figures figures() {
    return new Figures();
  }

  @Bean
  ReportsApi reportsApi(Acts acts, Accounts accounts, Picture picture, Figures figures) {
    return new ReportsApi(acts, accounts, picture, figures);
  }

  @Bean
  Operations operations(LiveRecord record, Figures figures) {
    return new Operations(record, figures);
  }

  @Bean
  LogFiles logFiles(DataFolder folder) {
    return new LogFiles(folder.log());
  }

  @Bean
  Start start(Accounts accounts, Passwords passwords, Acts acts, Settings settings) {
    return new Start(accounts, passwords, acts, settings);
  }

  @Bean(destroyMethod = "close")
  WhoIsWhoNow whoIsWho(Picture picture, Clock time) {
    return new WhoIsWhoNow(picture, time);
  }

  @Bean
  Access access(Picture picture, Clock time) {
    return new Access(picture, time);
  }

  @Bean
  Duties duties() {
    return new Duties();
  }

  @Bean
  Owners owners(Accounts accounts) {
    return new Owners(accounts);
  }

  @Bean(destroyMethod = "close")
  Watch watch(Picture picture, Duties duties, Owners owners, Acts acts, Clock time) {
    return new Watch(picture, duties, owners, acts, time);
  }

  @Bean
  DecisionPages decisionPages(
      Pages pages,
      Errors errors,
      Viewers viewers,
      Access access,
      Accounts accounts,
      Picture picture,
      WhoIsWhoNow whoIsWho,
      Duties duties,
      Owners owners,
      Acts acts,
      Clock time) {
    return new DecisionPages(
        pages, errors, viewers, access, accounts, picture, whoIsWho, duties, owners, acts, time);
  }

  @Bean
  MyReports myReports(
      Pages pages, Errors errors, Viewers viewers, Access access, Picture picture, Acts acts) {
    return new MyReports(pages, errors, viewers, access, picture, acts);
  }

  @Bean
  ChildPages childPages(
      Pages pages,
      Viewers viewers,
      Access access,
      Picture picture,
      WhoIsWhoNow whoIsWho,
      Duties duties,
      Acts acts,
      Clock time) {
    return new ChildPages(pages, viewers, access, picture, whoIsWho, duties, acts, time);
  }

  @Bean
  SearchPages searchPages(
      Pages pages, Viewers viewers, Access access, Picture picture, WhoIsWhoNow whoIsWho) {
    return new SearchPages(pages, viewers, access, picture, whoIsWho);
  }

  @Bean
  DirectionPages directionPages(Pages pages, Viewers viewers, Picture picture, Acts acts) {
    return new DirectionPages(pages, viewers, picture, acts);
  }

  @Bean
  EscalationPages escalationPages(
      Pages pages,
      Viewers viewers,
      Access access,
      Picture picture,
      Duties duties,
      Owners owners,
      Clock time) {
    return new EscalationPages(pages, viewers, access, picture, duties, owners, time);
  }

  @Bean
  DutyPages dutyPages(
      Pages pages,
      Viewers viewers,
      Picture picture,
      Duties duties,
      Acts acts,
      JdbcClient jdbc,
      Clock time) {
    return new DutyPages(pages, viewers, picture, duties, acts, jdbc, time);
  }

  @Bean
  CaseloadPages caseloadPages(
      Pages pages,
      Viewers viewers,
      Accounts accounts,
      Picture picture,
      WhoIsWhoNow whoIsWho,
      Duties duties,
      Clock time) {
    return new CaseloadPages(pages, viewers, accounts, picture, whoIsWho, duties, time);
  }

  @Bean
  StatisticsPages statisticsPages(
      Pages pages, Picture picture, WhoIsWhoNow whoIsWho, Duties duties, Clock time) {
    return new StatisticsPages(pages, new Statistics(picture, whoIsWho, duties, time));
  }

  @Bean
  AccessLogPages accessLogPages(Pages pages, Viewers viewers, Picture picture, LiveRecord record) {
    return new AccessLogPages(pages, viewers, picture, record);
  }

  @Bean
  AdministrationPages administrationPages(
      Pages pages,
      Errors errors,
      Viewers viewers,
      Accounts accounts,
      Sessions sessionsOfAccounts,
      Picture picture,
      Acts acts) {
    return new AdministrationPages(
        pages, errors, viewers, accounts, sessionsOfAccounts, picture, acts);
  }

  @Bean
  Inquiries inquiries(Settings settings, Clock time) throws IOException {
    return new Inquiries(settings.data(), settings.database(), settings.area(), time);
  }

  @Bean
  InquiryPages inquiryPages(
      Pages pages, Errors errors, Viewers viewers, Inquiries inquiries, Acts acts) {
    return new InquiryPages(pages, errors, viewers, inquiries, acts);
  }
}
