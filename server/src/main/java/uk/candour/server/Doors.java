package uk.candour.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import uk.candour.server.access.AccessGate;
import uk.candour.server.access.AccessTable;
import uk.candour.server.access.ListedMethods;
import uk.candour.server.access.Viewers;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Passwords;
import uk.candour.server.accounts.SignIn;
import uk.candour.server.pages.Headers;

/// How one gets in. Two chains: machines, which carry no session, and people, who do. Both ask the
/// one access table; what it does not name is denied.
@Configuration(proxyBeanMethods = false)
class Doors {

  private static final int SESSIONS_OF_ONE_PERSON = 3;

  @Bean
  FilterRegistrationBean<Headers> headers(Settings settings) {
    var registration = new FilterRegistrationBean<>(new Headers(settings.isSecure()));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return registration;
  }

  @Bean
  FilterRegistrationBean<ListedMethods> listedMethods(AccessTable table) {
    var registration = new FilterRegistrationBean<>(new ListedMethods(table));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  AccessGate gate(AccessTable table, Viewers viewers) {
    return new AccessGate(table, viewers);
  }

  @Bean
  AuthenticationProvider signIn(Accounts accounts, Passwords passwords) {
    return new SignIn(accounts, passwords, java.time.Clock.systemUTC());
  }

  @Bean
  SessionRegistry sessions() {
    return new SessionRegistryImpl();
  }

  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  @Order(1)
  SecurityFilterChain machines(HttpSecurity http, AccessGate gate) throws Exception {
    return http.securityMatcher(
            "/api/**", "/log/**", "/health/**", "/info", "/metrics", "/openapi.json", "/assets/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint((request, response, reason) ->
                    response.sendError(HttpServletResponse.SC_NOT_FOUND))
                .accessDeniedHandler((request, response, reason) ->
                    response.sendError(HttpServletResponse.SC_NOT_FOUND)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(
      HttpSecurity http, AccessGate gate, AccessTable table, SessionRegistry sessionsOfPeople)
      throws Exception {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .access(gate))
        .formLogin(form ->
            form.loginPage("/sign-in")
                .loginProcessingUrl("/sign-in")
                .defaultSuccessUrl("/", false)
                .failureUrl("/sign-in?refused"))
        .logout(out ->
            out.logoutRequestMatcher(
                    PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                .logoutSuccessUrl("/")
                .addLogoutHandler((request, response, who) ->
                    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"")))
        .sessionManagement(sessions ->
            sessions
                .maximumSessions(SESSIONS_OF_ONE_PERSON)
                .sessionRegistry(sessionsOfPeople)
                .expiredUrl("/sign-in"))
        .headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint((request, response, reason) -> {
                  if (table.knows(request) && request.getMethod().equals("GET")) {
                    response.sendRedirect("/sign-in");
                  } else {
                    response.sendError(HttpServletResponse.SC_NOT_FOUND);
                  }
                })
                .accessDeniedHandler((request, response, reason) ->
                    response.sendError(
                        reason instanceof org.springframework.security.web.csrf.CsrfException
                            ? HttpServletResponse.SC_BAD_REQUEST
                            : HttpServletResponse.SC_NOT_FOUND)))
        .build();
  }
}
